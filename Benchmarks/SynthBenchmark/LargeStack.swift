import InfraDSL

/// A stack near CloudFormation's limit: a key, an alarm topic, queues with dead letters, alarms and policies, topics with policies.
func largeStack(_ number: Int, _ environment: Environment) -> Stack {
    let key = Key("DataKey", purpose: "Data at rest of the benchmark.", usedBy: [.alarms])
    let alerts = Topic("Alerts", in: environment, encryptedBy: key)
    let queues = queueIDs.map {
        Queue($0, in: environment, encryptedBy: key, forWorkOf: 60, alarming: alerts)
    }
    let topics = topicIDs.map { Topic($0, in: environment, encryptedBy: key) }
    return Stack("large-\(number)", in: environment) {
        [key, alerts]
        queues
        topics
    }
}

/// Three entries each.
// swift-format-ignore
private let queueIDs: [LogicalID] = [
    "Queue000", "Queue001", "Queue002", "Queue003", "Queue004", "Queue005", "Queue006", "Queue007", "Queue008", "Queue009",
    "Queue010", "Queue011", "Queue012", "Queue013", "Queue014", "Queue015", "Queue016", "Queue017", "Queue018", "Queue019",
    "Queue020", "Queue021", "Queue022", "Queue023", "Queue024", "Queue025", "Queue026", "Queue027", "Queue028", "Queue029",
    "Queue030", "Queue031", "Queue032", "Queue033", "Queue034", "Queue035", "Queue036", "Queue037", "Queue038", "Queue039",
    "Queue040", "Queue041", "Queue042", "Queue043", "Queue044", "Queue045", "Queue046", "Queue047", "Queue048", "Queue049",
    "Queue050", "Queue051", "Queue052", "Queue053", "Queue054", "Queue055", "Queue056", "Queue057", "Queue058", "Queue059",
    "Queue060", "Queue061", "Queue062", "Queue063", "Queue064", "Queue065", "Queue066", "Queue067", "Queue068", "Queue069",
    "Queue070", "Queue071", "Queue072", "Queue073", "Queue074", "Queue075", "Queue076", "Queue077", "Queue078", "Queue079",
    "Queue080", "Queue081", "Queue082", "Queue083", "Queue084", "Queue085", "Queue086", "Queue087", "Queue088", "Queue089",
    "Queue090", "Queue091", "Queue092", "Queue093", "Queue094", "Queue095", "Queue096", "Queue097", "Queue098", "Queue099",
    "Queue100", "Queue101", "Queue102", "Queue103", "Queue104", "Queue105", "Queue106", "Queue107", "Queue108", "Queue109",
    "Queue110", "Queue111", "Queue112", "Queue113", "Queue114", "Queue115", "Queue116", "Queue117", "Queue118", "Queue119",
    "Queue120", "Queue121", "Queue122", "Queue123", "Queue124", "Queue125", "Queue126", "Queue127", "Queue128", "Queue129",
    "Queue130", "Queue131", "Queue132",
]

/// Two entries each.
// swift-format-ignore
private let topicIDs: [LogicalID] = [
    "Topic000", "Topic001", "Topic002", "Topic003", "Topic004", "Topic005", "Topic006", "Topic007", "Topic008", "Topic009",
    "Topic010", "Topic011", "Topic012", "Topic013", "Topic014", "Topic015", "Topic016", "Topic017", "Topic018", "Topic019",
    "Topic020", "Topic021", "Topic022", "Topic023", "Topic024", "Topic025", "Topic026", "Topic027", "Topic028", "Topic029",
    "Topic030", "Topic031", "Topic032", "Topic033", "Topic034", "Topic035", "Topic036", "Topic037", "Topic038", "Topic039",
    "Topic040", "Topic041", "Topic042", "Topic043", "Topic044", "Topic045", "Topic046", "Topic047",
]
