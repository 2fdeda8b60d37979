import Foundation

/// A virtual environment made from pinned requirements, again whenever these change.
struct PythonEnvironment: Sendable {
    let checkout: Checkout
    /// Relative to the checkout, such as `.venv-aws`.
    let folder: String
    let requirements: String

    static func aws(_ checkout: Checkout) -> PythonEnvironment {
        PythonEnvironment(checkout: checkout, folder: ".venv-aws", requirements: "local/requirements-aws.txt")
    }

    static func snowflake(_ checkout: Checkout) -> PythonEnvironment {
        PythonEnvironment(
            checkout: checkout, folder: ".venv-snowflake", requirements: "local/requirements-snowflake.txt")
    }

    static func dbt(_ checkout: Checkout) -> PythonEnvironment {
        PythonEnvironment(checkout: checkout, folder: ".venv-dbt", requirements: "dbt/requirements.txt")
    }

    func program(_ name: String) -> String { checkout.path("\(folder)/bin/\(name)") }

    /// Makes it where it is missing or out of date; takes a minute then, no time otherwise.
    func prepare() throws {
        guard let wanted = checkout.text(requirements) else {
            throw Failure("\(requirements) is missing.", advice: "Check the checkout out again.")
        }
        let stamp = "\(folder)/requirements.stamp"
        if checkout.text(stamp) == wanted { return }
        Console.step("installing \(requirements) into \(folder) (once)")
        try Self.run(["python3", "-m", "venv", checkout.path(folder)])
        try Self.run([
            program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r",
            checkout.path(requirements),
        ])
        try checkout.write(wanted, to: stamp)
    }

    private static func run(_ arguments: [String]) throws {
        let outcome = try ChildProcess.run(arguments)
        guard outcome.status == 0 else {
            throw Failure(
                "\(arguments.joined(separator: " ")) failed:\n\(outcome.output)",
                advice: "Python 3.11 or later with its venv module is needed (Debian: apt-get install python3-venv).")
        }
    }
}
