import CloudAPI

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The ingestion function: a file that a partner drops in the inbox is validated against the data contract, loaded into RAW by
/// `COPY INTO`, checked row for row by number, and moved to the history; or it stays where it is and an alert says why.
///
/// It is a custom runtime for AWS Lambda: one process, one event at a time, no Foundation, so that it starts in milliseconds.
@main
enum IngestLambda {
    static func main() {
        Termination.install()
        let clock = Clock.system
        let log = Log(clock: clock)
        do {
            try run(clock, log)
        } catch {
            log.error("the function ends", [("reason", .string("\(error)"))])
            exit(1)
        }
    }

    private static func run(_ clock: Clock, _ log: Log) throws {
        let variables = ProcessVariables.current
        // The Runtime API is asked without the roots, which are read only for TLS.
        guard let address = variables["AWS_LAMBDA_RUNTIME_API"] else {
            throw StartFailure(
                description: "AWS_LAMBDA_RUNTIME_API is missing; the function runs inside AWS Lambda only")
        }
        let runtime = RuntimeClient(address: address, transport: CurlTransport(), clock: clock)
        let handler: EventHandler
        do {
            handler = try prepare(variables, clock, log)
        } catch {
            try runtime.failToStart(type: "Ingest.Configuration", message: "\(error)")
            throw error
        }
        log.info("ready")
        let loop = RuntimeLoop(
            runtime: runtime, log: log, clock: clock,
            handle: { invocation, deadline in
                try handler.handle(
                    invocation.event, requestID: invocation.requestID, traceID: invocation.traceID, deadline: deadline)
            },
            isEnding: { Termination.isRequested })
        try loop.run()
        log.info("ended as asked")
    }

    /// Everything that can be wrong before the first event is found here.
    private static func prepare(_ variables: ProcessVariables, _ clock: Clock, _ log: Log) throws -> EventHandler {
        let configuration = try Configuration(variables)
        let transport = CurlTransport(CurlTransport.Options(caFile: configuration.caFile))
        let aws = try AWSConfiguration(
            variables: variables, transport: transport, clock: clock, retry: RetryPolicy(attempts: 4))
        let snowflake = SnowflakeAccess(configuration, aws: aws)
        // The start may take ten seconds in all.
        if let reason = try snowflake.prepare(until: clock.monotonic() + .seconds(8)) {
            log.warning("not signed in to Snowflake yet", [("reason", .string(reason))])
        }
        return EventHandler(configuration: configuration, aws: aws, snowflake: snowflake, clock: clock, log: log)
    }
}

/// Why the function cannot start.
struct StartFailure: Error, CustomStringConvertible {
    let description: String
}
