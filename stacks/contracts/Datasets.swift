public import DataContract

extension Dataset {
    /// The datasets of the retail partners.
    public static let retail: [Dataset] = [.sales, .stores]

    /// Every dataset of every pipeline: the function carries all these contracts, and each deployment of it names the ones it
    /// serves. A new dataset is a declaration beside this file and its name here.
    public static let all: [Dataset] = retail + [.returns]
}
