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

/// One reading of each item, all at once, in the order of the items. The first item's error is thrown when several fail.
func concurrently<Item: Sendable, Reading: Sendable>(
    _ items: [Item],
    _ read: @Sendable (Item) throws -> Reading
) throws -> [Reading] {
    let results = Mutex<[Int: Result<Reading, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
        let result = Result { try read(items[index]) }
        results.withLock { $0[index] = result }
    }
    let all = results.withLock { $0 }
    return try items.indices.map { index in
        guard let result = all[index] else { throw Failure("A reading did not end.") }
        return try result.get()
    }
}
