@main
struct IngestLambda {
    static func main() {}
}
