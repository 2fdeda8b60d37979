import Foundation

/// From amounts to heights: a scale whose ends and steps are round numbers, and that holds zero.
struct ChartScale {
    let low: Double
    let high: Double
    let ticks: [Double]
    /// Where `low` and `high` are drawn.
    let bottom: Double
    let top: Double

    /// - Parameter steps: about how many; the scale takes 1, 2 or 5 times a power of ten a step.
    init(_ values: [Double], from bottom: Double, to top: Double, steps: Int = 4) {
        let least = min(0, values.min() ?? 0)
        let greatest = max(0, values.max() ?? 0)
        let rough = max(greatest - least, 1) / Double(steps)
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
        let first = floor(least / step)
        let last = max(ceil(greatest / step), first + 1)
        // A few refunds need no whole step below zero.
        low = least < 0 ? max(first * step, least - step / 5) : 0
        high = last * step
        ticks = (Int(first)...Int(last)).map { Double($0) * step }.filter { $0 >= least - step / 5 }
        self.bottom = bottom
        self.top = top
    }

    func place(_ value: Double) -> Double { bottom + (value - low) / (high - low) * (top - bottom) }
}
