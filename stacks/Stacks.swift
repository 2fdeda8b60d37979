public import InfraDSL

/// Every stack of an environment.
public func stacks(in environment: Environment) -> [Stack] {
    [retailPipeline(environment), returnsPipeline(environment)]
}
