import ArgumentParser
import CloudAPI
import Foundation

/// Starts, shows and stops the embedded clouds.
struct LocalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "local", abstract: "Start, show or stop the embedded clouds.",
        discussion: """
              swift run deploy local up
              SNOWLINE_AWS_PORT=5566 SNOWLINE_SNOWFLAKE_PORT=5580 swift run deploy local up
              swift run deploy local status --json
              swift run deploy local down --reset                  stop them and remove what they hold
            """,
        subcommands: [Up.self, Status.self, Down.self])

    struct Up: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Start the embedded clouds; `--env local` implies it.")

        func run() throws {
            let clouds = try LocalClouds(try Checkout.containing())
            try clouds.start()
            Status.show(clouds, asJSON: false)
        }
    }

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show what runs and where.")

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws { Self.show(try LocalClouds(try Checkout.containing()), asJSON: json) }

        static func show(_ clouds: LocalClouds, asJSON: Bool) {
            let status = clouds.status
            if asJSON {
                let list = status.map { cloud in
                    JSON.object([
                        .init("name", .string(cloud.name)),
                        .init("running", .bool(cloud.answers)),
                        .init("pid", cloud.pid.map { .integer($0) } ?? .null),
                        .init("endpoint", .string(cloud.endpoint)),
                        .init("log", .string(cloud.log)),
                    ])
                }
                return Console.result(String(decoding: JSON.array(list).bytes, as: UTF8.self))
            }
            let rows = status.map { cloud in
                [
                    cloud.name, cloud.answers ? "running" : cloud.pid == nil ? "stopped" : "not answering",
                    cloud.pid.map { "\($0)" } ?? "-", cloud.endpoint, cloud.log,
                ]
            }
            for line in TableText(header: ["cloud", "state", "pid", "endpoint", "log"], rows: rows).lines {
                Console.result(line)
            }
        }
    }

    struct Down: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Stop the embedded clouds; what they hold is kept for the next start.")

        @Flag(help: "Also remove everything the embedded clouds hold.")
        var reset = false

        func run() throws {
            let checkout = try Checkout.containing()
            let stopped = try LocalClouds(checkout).stop()
            Console.result(stopped.isEmpty ? "Nothing was running." : "Stopped: \(stopped.joined(separator: ", ")).")
            guard reset, checkout.exists(".snowline/local") else { return }
            try FileManager.default.removeItem(atPath: checkout.path(".snowline/local"))
            Console.result("Removed .snowline/local with all that the clouds held.")
        }
    }
}
