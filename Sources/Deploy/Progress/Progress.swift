import CloudAPI
import Foundation
import Synchronization

/// What is under way in both clouds. In a terminal it is shown as a block that is drawn anew twice a second; without one each
/// change is a line, and every half minute a line says what is still under way.
enum Progress {
    private struct Item {
        let row: LiveBlock.Row
        let began: Duration
    }

    private struct Board {
        var title = ""
        var items: [String: Item] = [:]
        var order: [String] = []
        var isTicking = false
        var heartbeat = Duration.zero
    }

    private static let board = Mutex(Board())

    /// Without a terminal: how long silence lasts.
    private static let silence = Duration.seconds(30)

    /// - Parameter usual: milliseconds that it took before.
    static func begin(_ id: String, cloud: String, _ title: String, _ detail: String, usual: Int? = nil) {
        let isFirst = board.withLock { board in
            let row = LiveBlock.Row(cloud: cloud, title: title, detail: detail, elapsed: 0, usual: usual)
            if board.items[id] == nil { board.order.append(id) }
            board.items[id] = Item(row: row, began: Clock.system.monotonic())
            board.heartbeat = Clock.system.monotonic()
            defer { board.isTicking = true }
            return !board.isTicking
        }
        if isFirst, Console.showsBlocks { Thread.detachNewThread(tick) }
        draw()
    }

    static func end(_ id: String) {
        board.withLock { board in
            board.items[id] = nil
            board.order.removeAll { $0 == id }
            board.heartbeat = Clock.system.monotonic()
        }
        draw()
    }

    static func title(_ title: String) { board.withLock { $0.title = title } }

    /// Nothing is under way any more, whatever was told.
    static func clear() {
        board.withLock { board in
            board.items = [:]
            board.order = []
            board.title = ""
        }
        draw()
    }

    /// Called now and then while waiting: without a terminal, says what is still under way when nothing was said for long.
    static func wait() {
        guard !Console.showsBlocks else { return }
        let now = Clock.system.monotonic()
        let rows = board.withLock { board -> [LiveBlock.Row] in
            guard now - board.heartbeat >= silence else { return [] }
            board.heartbeat = now
            return snapshot(board, now)
        }
        guard !rows.isEmpty else { return }
        let list = rows.prefix(6).map { row in
            "\(row.title) \(LiveBlock.clock(row.elapsed))"
                + (row.usual.map { " (usually \(LiveBlock.clock($0)))" } ?? "")
        }
        Console.step(
            "still under way: \(list.joined(separator: ", "))\(rows.count > 6 ? " and \(rows.count - 6) more" : "")")
    }

    private static func tick() {
        while true {
            Thread.sleep(forTimeInterval: 0.5)
            draw()
        }
    }

    private static func draw() {
        guard Console.showsBlocks else { return }
        let now = Clock.system.monotonic()
        let block = board.withLock { board in
            LiveBlock(
                title: board.items.isEmpty ? "" : board.title, elapsed: Console.elapsed.milliseconds,
                rows: snapshot(board, now))
        }
        Console.show(block)
    }

    private static func snapshot(_ board: Board, _ now: Duration) -> [LiveBlock.Row] {
        board.order.compactMap { board.items[$0] }.map { item in
            LiveBlock.Row(
                cloud: item.row.cloud, title: item.row.title, detail: item.row.detail,
                elapsed: (now - item.began).milliseconds, usual: item.row.usual)
        }
    }
}
