import CloudAPI
import TestSupport
import Testing

@Suite struct RetryPolicyTests {
    private let manual = ManualClock()

    private struct Failure: TransientError {
        var isTransient = true
        var retryAfter: Duration?
    }

    @Test func `waits grow with jitter up to their limit`() {
        let policy = RetryPolicy(baseDelay: .seconds(1), maximumDelay: .seconds(5), random: { 0.5 })
        #expect((1...5).map(policy.delay) == [.seconds(0.5), .seconds(1), .seconds(2), .seconds(2.5), .seconds(2.5)])
        #expect(RetryPolicy(random: { 0 }).delay(before: 3) == .zero)
        #expect(policy.delay(before: 1_000_000) == .seconds(2.5))
    }

    @Test func `a transient error is tried again, as often as allowed`() {
        let policy = RetryPolicy(attempts: 3, baseDelay: .seconds(1), random: { 1 })
        var attempts: [Int] = []
        #expect(throws: Failure.self) {
            try policy.run(on: manual.clock) { attempt in
                attempts.append(attempt)
                throw Failure()
            }
        }
        #expect(attempts == [0, 1, 2])
        #expect(manual.waits == [.seconds(1), .seconds(2)])
    }

    @Test func `any other error ends it`() {
        struct Other: Error {}
        var attempts = 0
        #expect(throws: Other.self) {
            try RetryPolicy().run(on: manual.clock) { _ in
                attempts += 1
                throw Other()
            }
        }
        #expect(throws: Failure.self) {
            try RetryPolicy().run(on: manual.clock) { _ in
                attempts += 1
                throw Failure(isTransient: false)
            }
        }
        #expect(attempts == 2)
        #expect(manual.waits.isEmpty)
    }

    @Test func `a wait that the service asks for is kept`() throws {
        let policy = RetryPolicy(baseDelay: .seconds(2), random: { 0.5 })
        let value = try policy.run(on: manual.clock) { attempt in
            if attempt == 0 { throw Failure(retryAfter: .seconds(7)) }
            return attempt
        }
        #expect(value == 1)
        #expect(manual.waits == [.seconds(8)])
    }

    @Test func `nobody waits past the deadline`() {
        let policy = RetryPolicy(attempts: 10, baseDelay: .seconds(4), deadline: .seconds(5), random: { 1 })
        var attempts = 0
        #expect(throws: Failure.self) {
            try policy.run(on: manual.clock) { _ in
                attempts += 1
                throw Failure()
            }
        }
        #expect(attempts == 2)
        #expect(manual.elapsed == .seconds(4))
        #expect(policy.timeout(.seconds(60), on: manual.clock) == .seconds(1))
        #expect(policy.timeout(.zero, on: manual.clock) == .seconds(1))
        manual.advance(by: .seconds(1))
        #expect(policy.timeout(.seconds(60), on: manual.clock) == nil)
    }
}
