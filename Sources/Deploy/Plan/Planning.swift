import CloudAPI
import InfraDSL

/// The reading half that `up` and `diff` share: builds the programs while both clouds are read, then makes the plan.
struct Planning {
    let session: Session
    /// In the order of a deploy.
    let assemblies: [Assembly]
    /// Every stack of the environment, whether it is planned now or not.
    let environment: [Assembly]
    let adopting: Bool
    /// CloudFormation is asked for its own verdict on each update.
    let asking: Bool

    init(
        session: Session, assemblies: [Assembly], environment: [Assembly]? = nil, adopting: Bool = false,
        asking: Bool = false
    ) {
        self.session = session
        self.assemblies = assemblies
        self.environment = environment ?? assemblies
        self.adopting = adopting
        self.asking = asking
    }

    func plan() throws -> EnvironmentPlan {
        let programs = Self.products(of: assemblies)
        Console.step(
            (programs.isEmpty ? "" : "building \(programs.joined(separator: ", ")), ") + "reading both clouds")
        let (built, clouds) = try concurrently(
            { try archives(programs) }, { try concurrently(assemblies) { try readClouds($0) } })
        let declared = environment.flatMap { $0.before + $0.after }
        var uploaded: Set<String> = []
        let plans = try zip(assemblies, clouds).map { assembly, clouds in
            let planner = Planner(
                environment: session.environment, assembly: assembly, declared: declared, adopting: adopting,
                assetBucket: AssetBucket(session).name, snowflakeEndpoint: session.snowflakeEndpoint,
                imageTags: try ContainerImages.tags(of: assembly, in: session.environment, session.checkout))
            // An archive that two stacks share is uploaded with the first of them.
            let archives = built.filter { program in assembly.assets.contains { $0.product == program.archive.product }
            }
            .map { Plan.PlannedArchive(archive: $0.archive, isNew: $0.isNew && !uploaded.contains($0.archive.key)) }
            uploaded.formUnion(archives.map(\.archive.key))
            var plan = try planner.plan(archives, clouds.aws, clouds.snowflake)
            if asking { plan.review = try ChangeSetReview.read(for: plan, through: session) }
            return plan
        }
        return EnvironmentPlan(plans: plans)
    }

    private static func products(of assemblies: [Assembly]) -> [String] {
        assemblies.flatMap(\.assets).map(\.product).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func archives(_ products: [String]) throws -> [Plan.PlannedArchive] {
        let build = LambdaBuild(checkout: session.checkout, environment: session.environment)
        let bucket = AssetBucket(session)
        return try products.compactMap { product in assemblies.lazy.flatMap(\.assets).first { $0.product == product } }
            .map { asset in
                let archive = try build.archive(of: asset)
                return Plan.PlannedArchive(archive: archive, isNew: try !bucket.holds(archive.key))
            }
    }

    private struct Clouds: Sendable {
        let aws: AWSReading
        let snowflake: LiveSnowflake
    }

    private func readClouds(_ assembly: Assembly) throws -> Clouds {
        let (aws, snowflake) = try concurrently(
            { try AWSReading.read(for: assembly, through: session) },
            { try SnowflakeInspection.read(for: assembly, through: session.snowflake) })
        return Clouds(aws: aws, snowflake: snowflake)
    }
}
