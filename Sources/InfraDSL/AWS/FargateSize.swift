/// Processor and memory of a task, in one of the pairs that Fargate sells.
public struct FargateSize: Hashable, Sendable {
    /// Thousandths of a processor, of which 1024 are one.
    let cpu: Int
    /// Megabytes.
    let memory: Int

    /// Half a processor, 1 GB.
    public static let small = FargateSize(cpu: 512, memory: 1024)
    /// One processor, 2 GB.
    public static let medium = FargateSize(cpu: 1024, memory: 2048)
    /// Two processors, 4 GB.
    public static let large = FargateSize(cpu: 2048, memory: 4096)

    /// - Parameters:
    ///   - cpu: 256, 512, 1024, 2048 or 4096; 1024 are one processor.
    ///   - memory: megabytes that go with it.
    public init(cpu: Int, memory: Int) {
        self.cpu = cpu
        self.memory = memory
    }

    /// ECS developer guide, "Task CPU and memory"; 8 and 16 processors are left out.
    var faults: [String] {
        let offered: [Int: [Int]] = [
            256: [512, 1024, 2048], 512: Array(stride(from: 1024, through: 4096, by: 1024)),
            1024: Array(stride(from: 2048, through: 8192, by: 1024)),
            2048: Array(stride(from: 4096, through: 16_384, by: 1024)),
            4096: Array(stride(from: 8192, through: 30_720, by: 1024)),
        ]
        guard let memories = offered[cpu] else { return ["Fargate has no size of \(cpu) CPU units"] }
        if memories.contains(memory) { return [] }
        let first = memories[0]
        let last = memories[memories.count - 1]
        return ["Fargate has no \(memory) MB with \(cpu) CPU units; use \(first) to \(last) in whole gigabytes"]
    }
}
