import ArgumentParser
import CloudAPI
import Foundation
import InfraDSL

/// Builds the archives of an environment's functions and leaves them in a folder; touches no cloud.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the archives of the functions, as a deploy would upload them.",
        discussion: """
            Beside each archive stands what it was made of: inputs, compiler and digests, as an in-toto statement with SLSA's
            predicate. The same inputs give the same bytes.

              swift run deploy build --env prod --out archives
              swift run deploy build --env prod --out archives --static     needs the Swift SDK for static Linux
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "The folder to write the archives to.")
    var out: String

    @Flag(
        name: .customLong("static"), help: "One program without any shared library, in place of a bundle with its own.")
    var isStatic = false

    func run() throws {
        let assets = try target.assemblies.flatMap(\.assets)
        let checkout = try Checkout.containing()
        let build = LambdaBuild(checkout: checkout, environment: try target.environment, isStatic: isStatic)
        let folder = URL(fileURLWithPath: out, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for asset in assets {
            Console.step("building \(asset.product)")
            let archive = try build.archive(of: asset)
            let file = folder.appending(path: "\(asset.product).zip")
            try Data(archive.bytes).write(to: file, options: .atomic)
            let statement = folder.appending(path: "\(asset.product).zip\(Provenance.suffix)")
            try Data(archive.provenance).write(to: statement, options: .atomic)
            Console.result("\(file.path)  \(archive.bytes.count) bytes  \(archive.key)")
        }
    }
}
