#if canImport(Glibc)
    /// The one function that would tie the program to glibc 2.35, where AWS Lambda's `provided.al2023` has 2.34: the overlay of
    /// Glibc mentions it, nothing calls it. Defined here, it is not looked for in the system.
    @c(hypotf)
    func hypotenuse(_ x: Float, _ y: Float) -> Float {
        let (x, y) = (Double(x), Double(y))
        return Float((x * x + y * y).squareRoot())
    }
#endif
