import CloudAPI
import Foundation
import InfraDSL

/// The images of an environment: how each is called, whether the registry has it, how it gets there.
struct ContainerImages {
    let session: Session

    /// An image as its folder is now.
    struct Image: Sendable {
        let build: ContainerImage.Build
        let folder: String
        let tag: String
        /// Where the registry keeps it.
        let reference: String

        var registry: String { reference.split(separator: "/").first.map(String.init) ?? "" }
    }

    /// One for each repository, in the order of the stacks.
    static func all(of assemblies: [Assembly], in environment: Environment, _ checkout: Checkout) throws -> [Image] {
        var images: [Image] = []
        for build in assemblies.flatMap(\.images) where !images.contains(where: { $0.build == build }) {
            let folder = checkout.path(build.folder)
            let tag = try ImageContext(URL(fileURLWithPath: folder, isDirectory: true)).tag
            let suffix = environment.partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com"
            let host = "\(environment.account).dkr.ecr.\(environment.region).\(suffix)"
            images.append(
                Image(build: build, folder: folder, tag: tag, reference: "\(host)/\(build.repository):\(tag)"))
        }
        return images
    }

    /// The value of each template parameter that takes a tag.
    static func tags(of assembly: Assembly, in environment: Environment, _ checkout: Checkout) throws -> [String:
        String]
    {
        Dictionary(try all(of: [assembly], in: environment, checkout).map { ($0.build.tagParameter, $0.tag) }) {
            first, _ in first
        }
    }

    func presence(of image: Image) throws -> ECRClient.Presence {
        try ECRClient(session.aws).presence(of: image.tag, in: image.build.repository)
    }

    /// What a deploy must leave to say: what it declared runs only once the image is there.
    func notes(for assemblies: [Assembly]) throws -> [String] {
        try Self.all(of: assemblies, in: session.environment, session.checkout).compactMap { image in
            if case .present = try presence(of: image) { return nil }
            return
                "The image of \(image.build.folder)/ is not in \(image.build.repository) yet; nothing that runs it will start. "
                + "Run `swift run deploy image --env \(session.environment.name)` where there is a container engine."
        }
    }

    /// Builds for the processor that tasks run on, and pushes. The password goes through the engine's standard input, never
    /// through its arguments.
    func push(_ image: Image, with engine: String) throws {
        Console.step("building \(image.build.folder)/ with \(engine)")
        try run(
            [engine, "build", "--platform", "linux/amd64", "--tag", image.reference, image.folder],
            "Building the image of \(image.build.folder)/ failed")
        try session.checkpoint("The image was built and not pushed.")
        Console.step("pushing \(image.build.repository):\(image.tag.prefix(12))…")
        try run(
            [engine, "login", "--username", "AWS", "--password-stdin", image.registry],
            "Signing in to \(image.registry) failed", input: try ECRClient(session.aws).password())
        try run([engine, "push", image.reference], "Pushing the image failed")
    }

    private func run(_ arguments: [String], _ failure: String, input: String? = nil) throws {
        let outcome = try ChildProcess.run(
            arguments, output: .followed { Console.progress("\(arguments[0]): \($0)") }, input: input)
        guard outcome.status == 0 else {
            let lines = outcome.output.split(separator: "\n").suffix(20).joined(separator: "\n")
            throw Failure(
                "\(failure):\n\(lines)",
                advice: outcome.status == 127
                    ? "Install \(arguments[0]), or name another engine with --engine."
                    : "Mend the cause and run the same command again; pushing what is there already is no harm.")
        }
    }
}
