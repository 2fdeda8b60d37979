public import DataContract

/// dbt's view of the RAW tables, from the same declarations as the tables themselves.
public enum DBTSources {
    public static func file(for datasets: [Dataset]) -> GeneratedFile {
        GeneratedFile(path: "dbt/models/sources.yml", contents: "")
    }
}
