import Diagnostics
import Testing

@testable import Language

/// What is proposed to whoever types Chinese is what he types.
@Suite("typing in Chinese")
struct ChineseTypingTests {
  private func typing(_ line: String) -> ChineseTyping? {
    let source = SourceText(name: "prompt", text: "park a\n" + line)
    return ChineseTyping(Location(source, Span(8, 9)))
  }

  @Test(
    "words, attributes and statements",
    arguments: [
      ("area", "面积"), ("area=41.5ha", "面积=41.5ha"), ("undo", "撤销"), ("tax", "税收"),
      ("set x jobs=0 output=0", "设定 x 就业=0 产值=0"),
      ("scenario start=2020 end=2030", "情景 开始=2020 结束=2030"),
      ("set tenants firms=160 * 2", "设定 tenants 企业数=160 * 2"),
      ("merge x keep=ours", "合并 x 保留=ours"),
      // Words at their places, as lists have them.
      ("=holiday", "=减免"), ("=sector", "=行业"), ("=tax", "=税种"), ("=jurisdiction", "=辖区"),
      ("=toys", "=toys"), ("(sum", "(合计"),
      ("(uniform", "(均匀分布"), ("(tax.local", "(地方税收"), ("tax x", "税种 x"), ("in ha", "in 公顷"),
      ("in 万元", "in 万元"), ("in toys", "in toys"),
      // What is the user's own, what is no word of the language, and what is Chinese already.
      ("mine", "mine"), ("jobs", "jobs"), ("toys", "toys"), ("面积=3", "面积=3"), ("35ha", "35ha"),
      ("--all", "--all"), ("", ""),
    ])
  func pieces(piece: String, chinese: String) throws {
    let words = try #require(typing("园区 a 面积=3"))
    #expect(words.text(piece) { $0 == "mine" || $0 == "jobs" } == chinese)
  }

  @Test("a line in English is answered with what it is typed in")
  func english() {
    #expect(typing("park 山海 area=3") == nil)
    #expect(typing("") == nil)
  }

  @Test("a slip in Chinese is near a word in Chinese")
  func slips() {
    let names = ["total_tax", "jobs"]
    func candidates(_ word: String, of kind: String) -> [String] {
      TypedChinese.candidates(names + ["tax"], for: word, at: .attribute(of: kind))
    }
    #expect(candidates("total_taks", of: "firm") == names + ["tax"])
    #expect(nearest(to: "总税", in: candidates("总税", of: "firm")) == ["总税收"])
    let figures = TypedChinese.candidates(["tax", "tax.local"], for: "税赋", at: .other)
    #expect(figures == ["税收", "地方税收"] && nearest(to: "税赋", in: figures) == ["税收"])
    // Names that the user gave are near as they are.
    let own = TypedChinese.candidates(["jobs", "玩具厂", "mill"], for: "玩具长", at: .other)
    #expect(nearest(to: "玩具长", in: own) == ["玩具厂"])
    // Before a `=` 税收 is what a firm pledges.
    #expect(candidates("税", of: "incentive").contains("税种"))
    #expect(TypedChinese.english("税收", at: .attribute(of: "incentive")) == "total_tax")
  }

  @Test("the statement at hand decides, and what stands in it stays")
  func statements() throws {
    let text = "城市 a; 带动因素 b 园区=c base=3"
    let source = SourceText(name: "prompt", text: text)
    let place = text.utf8.count - 2
    let typing = try #require(ChineseTyping(Location(source, Span(place, place + 1))))
    #expect(typing.text("from=2020") { _ in false } == "开始=2020")
    #expect(typing.text("base") { _ in false } == "base")
    #expect(typing.text("tax=") { _ in false } == "税种=")
    let first = try #require(ChineseTyping(Location(source, Span(0, 1))))
    #expect(first.text("from=2020") { _ in false } == "起点=2020")
  }

  @Test(
    "inputs are named as they are typed",
    arguments: [
      ("玩具厂.jobs", "玩具厂.就业"), ("toys.hazard#2", "toys.关停率#2"), ("推迟", "推迟"),
      ("a.nothing", "a.nothing"), ("a.", "a."),
    ])
  func inputs(name: String, chinese: String) {
    #expect(TypedChinese.input(name) == chinese)
  }
}
