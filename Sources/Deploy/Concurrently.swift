import Dispatch
import Synchronization

/// Two readings at once, for two clouds that do not know of one another. When both fail, the first one's error is thrown.
func concurrently<First: Sendable, Second: Sendable>(
    _ first: @Sendable () throws -> First,
    _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
    // The one lock of the deployer: each thread leaves its result behind it.
    let left = Mutex<Result<First, any Error>?>(nil)
    let right = Mutex<Result<Second, any Error>?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
            let result = Result { try first() }
            left.withLock { $0 = result }
        } else {
            let result = Result { try second() }
            right.withLock { $0 = result }
        }
    }
    guard let one = left.withLock({ $0 }), let other = right.withLock({ $0 }) else {
        throw Failure("A reading did not end.")
    }
    return (try one.get(), try other.get())
}
