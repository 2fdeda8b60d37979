import ArgumentParser
import CloudAPI
import InfraDSL

/// Builds the container images of an environment and puts them where its tasks pull them from.
struct ImageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image",
        abstract: "Build and push the container images that are not in the registry yet.",
        discussion: """
            An image is named by the content of its folder, so one that is there is left alone. The environment must have been
            deployed once, which makes the registry. Any container engine with docker's command line will do:

              swift run deploy image --env dev
              swift run deploy image --env dev --engine podman
              swift run deploy image --env dev --list        what would be pushed, and where to
            """)

    @OptionGroup var target: EnvironmentOption

    @Option(help: "The container engine: docker, podman, or the path of one.")
    var engine = "docker"

    @Flag(help: "Only list the images, without asking any cloud.")
    var list = false

    func run() throws {
        let assemblies = try target.assemblies
        let environment = try target.environment
        let checkout = try Checkout.containing()
        let all = try ContainerImages.all(of: assemblies, in: environment, checkout)
        guard !list else { return all.forEach { Console.result("\($0.build.folder)  \($0.reference)") } }
        guard !all.isEmpty else { return Console.note("\(target.name) runs no container.") }
        let session = try Session.open(environment, checkout)
        try session.checkIdentity()
        let images = ContainerImages(session: session)
        for image in all {
            switch try images.presence(of: image) {
            case .present: Console.note("\(image.build.folder)/ is in the registry as it is.")
            case .absent: try images.push(image, with: engine)
            case .noRepository:
                throw Failure(
                    "There is no repository \(image.build.repository) in \(environment.account), \(environment.region).",
                    advice: "Run `swift run deploy --env \(target.name)` first, which makes it.", code: .attention)
            }
            Console.result(image.reference)
        }
    }
}
