import ArgumentParser
import DataContract
import Foundation

/// Begins a pipeline from a sample of its files: the contract, the stack, and its place in the lists.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write the Swift files of a new pipeline from a sample CSV file.",
        discussion: """
            Columns, types, what is required, header, key and file names are learned from the sample; the sample is then held
            against the contract that came out. Both files are yours to edit.

              swift run deploy init orders_20250111.csv
              swift run deploy init --name order_lines export_20250111.csv
              swift run deploy init --dry-run orders_20250111.csv          print, and write nothing

            Then `swift run deploy --env local` deploys it on this machine.
            Exit codes: 0 written, 7 the sample can not be used or a file is there already.
            """)

    @Argument(
        help: "A partner file, UTF-8, comma separated, such as orders_20250111.csv.",
        completion: .file(extensions: ["csv"]))
    var sample: String

    @Option(help: "The dataset's name; the beginning of the file's name otherwise.")
    var name: String?

    @Flag(help: "Print the files and write nothing.")
    var dryRun = false

    @Flag(help: "Replace files of that name.")
    var force = false

    func run() throws {
        guard let data = FileManager.default.contents(atPath: sample) else {
            throw Failure("Can not read \(sample).", code: .invalid)
        }
        let file = URL(fileURLWithPath: sample).lastPathComponent
        let contract = try InferredContract(try SampleTable(Array(data)), file: file, name: name)
        let source = PipelineSource(dataset: contract.dataset)
        for column in contract.dataset.columns {
            let key = contract.dataset.key.contains(column.name) ? ", key" : ""
            Console.note("  \(column.name)  \(column.type.stageTypeName)\(column.required ? ", required" : "")\(key)")
        }
        for doubt in contract.doubts { Console.note(Console.styled("look at this: ", .yellow) + doubt) }
        try check(contract.dataset, data)
        if dryRun {
            Console.result(source.contract)
            return Console.result(source.pipeline)
        }
        try write(source, try Checkout.containing())
    }

    /// The sample through the real validator: a contract that refuses its own sample is none.
    private func check(_ dataset: Dataset, _ data: Data) throws {
        var validator = Validator(dataset)
        data.withUnsafeBytes { validator.consume($0) }
        let report = validator.finish()
        guard case .rejected(let reason) = report.verdict else {
            return Console.note("\(report.dataRows) rows of the sample keep the contract.")
        }
        throw Failure(
            "The sample breaks every contract that could be made of it: \(reason)",
            advice: "Correct the sample, or take a better one.", code: .invalid)
    }

    private func write(_ source: PipelineSource, _ checkout: Checkout) throws {
        let taken = [source.contractPath, source.pipelinePath].filter(checkout.exists)
        guard taken.isEmpty || force else {
            throw Failure(
                "\(taken.joined(separator: " and ")) is there already.",
                advice: "Choose another --name, or replace it with --force.", code: .invalid)
        }
        try checkout.write(source.contract, to: source.contractPath)
        try checkout.write(source.pipeline, to: source.pipelinePath)
        Console.result(source.contractPath)
        Console.result(source.pipelinePath)
        try register(checkout, "stacks/contracts/Datasets.swift", "add `.\(source.identifier)` to `Dataset.all`") {
            Registration.datasets($0, adding: source.identifier)
        }
        try register(checkout, "stacks/Stacks.swift", "add `\(source.identifier)Pipeline(environment)` to its list") {
            Registration.stacks($0, adding: source.identifier)
        }
        Console.note("Next: swift run deploy synth, then swift run deploy --env local")
    }

    private func register(_ checkout: Checkout, _ path: String, _ otherwise: String, _ edit: (String) -> String?) throws
    {
        guard let text = checkout.text(path), let edited = edit(text) else {
            return Console.note("\(path) has a form of its own: \(otherwise).")
        }
        try checkout.write(edited, to: path)
        Console.result(path)
    }
}
