import Testing

@testable import CloudAPI

@Suite struct XMLTests {
    private func parse(_ text: String) throws -> XMLElement {
        try XMLElement.parse(Array(text.utf8))
    }

    @Test func `an answer of the Query protocol is read`() throws {
        let root = try parse(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <aws:R xmlns:aws="http://x/" a='1'>
              <L><member><K>a&amp;b</K><V/></member><member><K>&lt;&gt;&quot;&apos;</K></member></L>
              <T><![CDATA[<raw> & ]] text]]> and &#xFC;&#8364;&#x1F3D4;</T>
            </aws:R>
            """
        )
        #expect(root.name == "R")
        #expect(root.members("L").map { $0.text("K") } == ["a&b", "<>\"'"])
        #expect(root.text("L", "member", "V") == "")
        #expect(root.text("L", "nothing") == nil)
        #expect(root.text("T") == "<raw> & ]] text and ü€🏔")
        #expect(root.text.isEmpty)
        #expect(root.first("K")?.text == "a&b")
    }

    @Test func `white space of a value stays, its line ends become line feeds`() throws {
        #expect(try parse("<a>  x\r\ny\rz \n</a>").text == "  x\ny\nz \n")
        #expect(try parse("<a>x&#13;&#10;y</a>").text == "x\r\ny")
    }

    @Test(arguments: [
        "", "text", "<a>", "<a></b>", "</a>", "<a", "<a/><b/>", "<a/>x", "<a>&nbsp;</a>", "<a>&#0;</a>",
        "<a>&#xD800;</a>",
        "<a>&#x110000;</a>", "<a>&#99999999999;</a>", "<a>&amp</a>", "<a x></a>", "<a x=1></a>", "<a x='></a>", "<>",
        "<a><!--",
        "<a><![CDATA[x</a>", "<?xml", "<a>&#;</a>", "<a>&#x;</a>",
    ])
    func `what is not XML is refused`(text: String) {
        #expect(throws: XMLProblem.self) { try parse(text) }
    }

    @Test func `a document type is refused wherever it stands`() {
        let bomb = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>"
        #expect(throws: XMLProblem.self) { try parse(bomb) }
        #expect(throws: XMLProblem.self) { try parse("<a><!ELEMENT x></a>") }
    }

    @Test func `depth and size have limits`() {
        let problem = #expect(throws: XMLProblem.self) { try parse(String(repeating: "<a>", count: 100_000)) }
        #expect(problem?.reason.contains("deep") == true)
        #expect(throws: XMLProblem.self) { try XMLElement.parse([UInt8](repeating: 0x20, count: 100), sizeLimit: 99) }
        #expect(throws: XMLProblem.self) { try XMLElement.parse([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E]) }
    }

    @Test func `escaped text reads back as itself`() throws {
        let text = "a<b>&c\"d'\r\n\t\u{1}]]>ü🏔"
        #expect(try parse("<k>\(XMLElement.escaped(text))</k>").text == text)
    }

    @Test func `random and damaged bytes are answered, never a crash`() {
        var random = SeededGenerator(seed: 2)
        let whole = Array("<?xml version=\"1.0\"?><a x='1'><b>&lt;&#x41;</b><![CDATA[c]]><!-- d --><e/>\r\nü</a>".utf8)
        var read = 0
        for _ in 0..<20_000 where (try? XMLElement.parse(random.damaged(whole))) != nil { read += 1 }
        #expect(read > 0 && read < 20_000)
    }
}
