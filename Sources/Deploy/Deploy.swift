@main
struct Deploy {
    static func main() {}
}
