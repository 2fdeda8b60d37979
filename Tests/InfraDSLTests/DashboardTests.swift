import InfraDSL
import Testing

@Suite struct DashboardTests {
    private let fixture = StackFixture(alarmingFunction: true)

    private func body(_ rows: [[Dashboard.Widget]]) throws -> String {
        let dashboard = Dashboard("Page", in: fixture.env, rows)
        return try #require(try fixture.properties("Page", [dashboard])["DashboardBody"]?.shown)
    }

    @Test func `widgets of a row share its columns and the next row stands below the highest`() throws {
        let text = try body([
            [.text("a", height: 2), .text("b", width: 16, height: 5)],
            [.text("c")],
        ])
        #expect(text.contains(#""x":0,"y":0,"width":8,"height":2,"properties":{"markdown":"a"}"#))
        #expect(text.contains(#""x":8,"y":0,"width":16,"height":5,"properties":{"markdown":"b"}"#))
        #expect(text.contains(#""x":0,"y":5,"width":24,"height":2,"properties":{"markdown":"c"}"#))
    }

    @Test func `the body is JSON whose holes are typed references`() throws {
        let text = try body([
            [.graph("Calls \"now\"", [.errors(of: fixture.function)], as: .stackedAreas, period: 60)],
            [.alarms("State", fixture.function, fixture.queue)],
            [.logs("Errors", from: [fixture.function.log], "fields @message | limit 20")],
        ])
        #expect(
            text.contains(
                #""title":"Calls \"now\"","view":"timeSeries","stacked":true,"region":"${AWS::Region}","period":60,"#
                    + #""metrics":[["AWS/Lambda","Errors","FunctionName","${Ingest}",{"stat":"Sum"}]]"#))
        #expect(text.contains(#""alarms":["${IngestErrorsAlarm.Arn}","#))
        #expect(text.contains(#""query":"SOURCE '${IngestLog}' | fields @message | limit 20""#))
    }

    @Test func `control characters of a text are escaped`() throws {
        #expect(try body([[.text("a\nb\t\u{1}\\")]]).contains(#""markdown":"a\nb\t\u0001\\""#))
    }

    @Test func `a dollar brace of the author's stays one`() throws {
        let dashboard = Dashboard("Page", in: fixture.env, [[.graph("${x}", [.errors(of: fixture.function)])]])
        #expect(try fixture.assembly([dashboard]).template.yaml.contains(#""title":"${!x}""#))
    }

    @Test(arguments: [
        ([[Dashboard.Widget]](), "it shows nothing"),
        ([[.text("a", width: 20), .text("b", width: 5)]], "row 1 needs more than 24 columns"),
        ([[.text("a", width: 24), .text("b")]], "row 1 needs more than 24 columns"),
        ([[.text("a", width: 0)]], "a widget is 0 columns wide"),
        ([[.text("a", height: 1001)]], "a widget is 1001 high"),
        ([[.graph("a", [])]], "a graph shows no metric"),
        ([[.graph("a", [.custom("N", "M")], period: 90)]], "a period of 90 s is no whole minutes"),
        ([[.logs("a", from: [], "fields @message")]], "a query reads 0 logs"),
        ([[.alarms("a")]], "a status shows 0 alarms"),
    ])
    func `a page that CloudWatch refuses is refused at synth`(rows: [[Dashboard.Widget]], why: String) {
        #expect(fixture.refusal([Dashboard("Page", in: fixture.env, rows)]).contains(why))
    }

    @Test func `a name that can not stand in an address is refused`() {
        let dashboard = Dashboard("Page", in: fixture.env, named: "my page", [[.text("a")]])
        #expect(fixture.refusal([dashboard]).contains("\"my page\" is no name of a dashboard"))
    }
}
