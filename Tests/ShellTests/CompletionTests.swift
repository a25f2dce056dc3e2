import Diagnostics
import Language
import ParkModel
import Quantities
import Shell
import Testing

@Suite struct CompletionTests {
  private func suggestions(_ text: String) -> [String] {
    let conversation = Conversation(
      files: ["stage.park": CommandTests.stage, "Scenarios/x.park": ""])
    conversation.run("stage.park")
    return Completion.suggestions(for: text, in: conversation.session).suggestions.map(\.text)
  }

  @Test(
    "Tab offers what may stand there",
    arguments: [
      ("pa", ["park"]), ("tabl", ["table"]), ("park b ar", ["area"]),
      ("firm f park=", ["smart"]), ("firm f park=smart sector=dig", ["digital"]),
      ("park b urban=", ["yes", "no"]), ("phase x park=smart profile=l", ["linear"]),
      ("table tax.lo", ["tax.local"]), ("table tax by=se", ["sector"]),
      ("show ret", ["returnee"]), ("set p2 del", ["delay"]), ("use ", ["china"]),
      ("rail r from=quzhou to=[ha", ["hangzhou"]), ("export out.csv tax la", ["layout"]),
      ("park b area=1ha; sho", ["show"]), ("help metr", ["metrics"]),
      ("tax x base=va", ["value_added", "vat"]), ("zzz", []), ("nothing here", []),
    ])
  func offers(_ text: String, _ expected: [String]) {
    let found = suggestions(text)
    #expect(expected.allSatisfy(found.contains), "\(text): \(found)")
    if expected.isEmpty { #expect(found.isEmpty) }
  }

  @Test(
    "Tab offers branches where one may stand",
    arguments: [
      ("switch ", ["main", "late"]), ("switch la", ["late"]), ("compare ", ["main", "late"]),
      ("compare main ", ["late"]), ("compare main late ", ["tax", "years"]),
      ("compare main late ye", ["years"]),
      ("compare main late tax by=se", ["sector"]), ("appraise ", ["against", "of", "terminal"]),
      ("appraise against ", ["late", "main"]), ("appraise of ", ["hangzhou", "quzhou"]),
      ("appraise against late ", ["of", "discount"]),
    ])
  func offersBranches(_ text: String, _ expected: [String]) {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say("branch late")
    let found = Completion.suggestions(for: text, in: conversation.session).suggestions.map(\.text)
    #expect(expected.allSatisfy(found.contains), "\(text): \(found)")
  }

  @Test(
    "Tab offers just what may stand there",
    arguments: [
      // Attributes of the kind, those that are needed first.
      ("park b area=1ha cit", ["city"]), ("unset p2 del", ["delay"]), ("unset p2 overr", []),
      ("set model rail_e", ["rail_elasticity"]),
      ("cohort c park=smart sector=digital from=2020 until=2030 fi", ["firms", "first"]),
      // Units: behind a number those of the attribute, behind `in` and without one all.
      ("park b area=41.5h", ["ha", "hectare", "hectares"]), ("park b area=41.5公", ["公顷"]),
      ("print 75mi", ["min", "minute", "minutes", "million"]),
      ("print tax[2030] in 万", ["万元", "万"]),
      ("park b land_price=30万元/m", ["m2", "min", "minute", "minutes", "month", "months", "mu"]),
      ("table tax every=5y", ["y", "year", "years"]),
      ("firm f park=smart arrives=2024 jo", ["jobs", "jobs_per_area", "job_growth"]),
      // Places, years and periods.
      ("print tax[to", ["toys"]),
      ("print jobs[smart, 203", ["2030", "2031", "2032", "2033", "2034", "2035"]),
      ("table tax years=2021..202", (2020...2029).map(String.init)), ("print tax[loc", ["local"]),
      // Names in expressions.
      ("assume g = mod", []), ("print smart.refe", ["smart.reference_jobs"]),
      ("print lognor", ["lognormal"]), ("assume g = tria", ["triangular"]),
      ("explain no-fi", ["no-file"]), ("print tax.va", ["tax.vat"]),
      // Options, as the usage has them.
      ("export - tax --ex", ["--excel"]), ("remove returnee --ca", ["--cascade"]),
      ("explain tax[2030] --pr", ["--proof"]), ("export - tax --excel --r", ["--raw"]),
      ("cite smart.are", ["smart.area"]), ("cite smart \"x\" evi", ["evidence"]),
      // Near ones, where nothing begins with what is typed.
      ("SHO", ["show"]), ("table CUMUL", ["cumulative"]), ("set model elast", ["rail_elasticity"]),
      ("print uplift", ["rail_uplift"]), ("print Smart", ["smart"]),
      // Behind a value that is complete, no other value.
      ("print 40 ", ["in", "closures"]), ("print tax ", ["in", "closures"]), ("print 3 i", ["in"]),
      ("appraise against ", ["main"]), ("appraise of ", ["quzhou", "hangzhou"]),
      // Nothing in a comment, in a text, and where a new name stands.
      ("park b # ar", []), ("park b \"ar", []), ("park ", []), ("branch ", []),
    ])
  func offersJust(_ text: String, _ expected: [String]) {
    let found = suggestions(text)
    if text.contains("elast") {
      #expect(found.contains("rail_elasticity"), "\(found)")
    } else if text.contains(" in 万") {
      #expect(found.allSatisfy { $0.hasPrefix("万") } && expected.allSatisfy(found.contains))
    } else {
      #expect(found == expected, "\(text)")
    }
  }

  @Test(
    "Tab offers first what is meant most often",
    arguments: [
      // Years where a date may stand, from the first of the scenario on.
      ("firm f park=smart arrives=", ["2018", "2019", "2020"]), ("set scenario end=", ["2018"]),
      ("phase x park=smart complete=20", ["2018", "2019"]), ("advance ", ["2018"]),
      ("incentive i park=smart agreements_until=", ["2018"]), ("boost b from=203", ["2030"]),
      ("firm f output={", ["2018", "2019"]), ("set scenario start=x", []),
      ("firm f hazard={2020: ", ["staff", "at"]),
      // Units that fit the number.
      ("firm f land=5", ["5ha", "5亩", "5mu"]), ("firm f land=5 ", ["ha", "亩", "mu"]),
      ("park b land_price=30", ["30万元/亩"]), ("phase p delay=18", ["18months", "18个月", "18y"]),
      ("rail r saves=34", ["34min", "34分钟", "34y"]), ("set model discount=8", ["8%"]),
      ("firm f investment=3", ["3万元", "3亿元", "3M yuan"]), ("firm f jobs_per_area=6", ["6/ha"]),
      ("tax x rate=5", ["5%"]), ("firm f jobs=350", []), ("table tax every=5", ["5y", "5年"]),
      ("firm f land={2020: 5", ["5ha"]), ("firm f land=max(5", ["5ha"]), ("print 600", []),
      // Another unit of the same dimension.
      ("print 600亩 in ", ["ha", "亩", "mu", "km2", "m2"]), ("print smart.area in k", ["km2"]),
      ("print tax[2030] / smart.area in ", ["万元/亩", "yuan/m2"]), ("print 75min in ", ["y"]),
      ("expect tax[2030] in ", ["万元", "亿元"]), ("print (600亩 in ", ["ha"]),
      ("print nonsense in ", ["day"]), ("print 2 t in ", ["t", "吨"]),
      // Assumptions before functions.
      ("firm f jobs=", ["staff", "at", "bernoulli"]), ("firm f jobs=s", ["staff", "smart"]),
      // A new name is nobody's to offer.
      ("assume ", []), ("metric t", []), ("unit k", []), ("assume x ", ["="]), ("branch m", []),
      ("rename smart p", []), ("assume x = sta", ["staff"]),
      // What a title begins with.
      ("print 衢", ["smart"]), ("show 衢州", ["smart"]), ("firm f park=衢", ["smart"]),
      ("print tax[衢", ["smart"]), ("remove 衢", ["smart"]), ("show short", ["returnee"]),
      ("show 龙", []),
      // Behind a colon a tax, and the kinds of sources.
      ("tax x base=tax", ["tax:"]), ("tax x base=tax:", ["vat", "surtax"]),
      ("tax x base=tax:ci", ["cit"]), ("cite smart kind=", ["announced", "assumption"]),
      ("cite smart kind=la", ["law"]), ("cite smart evidence=", ["S", "D", "M", "A"]),
    ])
  func offersFirst(_ text: String, _ expected: [String]) {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    conversation.say(
      "assume staff = 120", "set smart \"衢州智慧产业园\"", "set returnee \"Short-video platform\"")
    let found = conversation.suggestions(text).map(\.text)
    #expect(Array(found.prefix(max(1, expected.count))) == expected, "\(text): \(found.prefix(9))")
  }

  @Test("the usual units measure what they are offered for, and can be written behind a number")
  func usualUnits() {
    var checked = 0
    for kind in EntityKind.allCases {
      for row in kind.row.attributes {
        guard case .number(let unit, _) = row.form else { continue }
        for name in UsualUnits.names(of: unit.dimension) {
          let source = SourceText(name: "test", text: "print 1\(name)")
          var reader = ArgumentReader(Script(source).statements[0])
          _ = reader.word()
          let expression = try? reader.expression()
          guard case .quantity(let quantity, _)? = expression?.kind else {
            Issue.record("\(kind) \(row.name): 1\(name)")
            continue
          }
          #expect(reader.isAtEnd && quantity.dimension == unit.dimension, "1\(name)")
          checked += 1
        }
      }
    }
    #expect(checked > 100)
  }

  @Test("the attributes that are needed come first, and each suggestion says what it is")
  func neededFirst() {
    let conversation = Conversation()
    let found = conversation.suggestions("firm f ")
    #expect(found.prefix(3).map(\.text) == ["park", "sector", "arrives"])
    #expect(found.allSatisfy { !$0.summary.isEmpty && $0.ending == "=" })
  }

  @Test("what a library declares comes behind one's own things")
  func ownFirst() {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    for text in ["show ", "set ", "remove ", "print tax["] {
      let found = conversation.suggestions(text).map(\.text)
      let own = found.firstIndex(of: "smart") ?? Int.max
      #expect(own < found.firstIndex(of: "toys") ?? 0, "\(text): \(found)")
    }
  }

  @Test("names are completed in any script, and with hyphens in them")
  func scripts() {
    let conversation = Conversation()
    conversation.say(
      "scenario start=2020 end=2030", "park 智慧园 area=1ha", "park 智能园 area=1ha", "park no-rail")
    #expect(conversation.suggestions("show 智").map(\.text) == ["智慧园", "智能园"])
    #expect(conversation.suggestions("show 智慧").map(\.text) == ["智慧园"])
    #expect(conversation.suggestions("show no-").map(\.text) == ["no-rail"])
    #expect(conversation.suggestions("print jobs[智慧").map(\.text) == ["智慧园"])
    #expect(conversation.suggestions("phase x park=no-r").map(\.text) == ["no-rail"])
    #expect(conversation.suggestions("set no-rail.a").map(\.text) == ["no-rail.area"])
  }

  @Test(
    "files are quoted as the grammar needs them, scripts come first, hidden ones when asked for")
  func files() {
    let conversation = Conversation(files: [
      "notes.txt": "", "study.park": "", "my study.park": "", "衢州.park": "", ".hidden.park": "",
      "my folder/": "",
    ])
    func offers(_ text: String) -> [String] { conversation.suggestions(text).map(\.text) }
    #expect(
      offers("open ") == [
        "\"my folder/", "\"my study.park\"", "study.park", "衢州.park",
      ])
    #expect(offers("open .") == [".hidden.park"])
    #expect(offers("open my") == ["\"my folder/", "\"my study.park\""])
    #expect(offers("open \"my s") == ["\"my study.park\""])
    #expect(offers("replay 衢") == ["衢州.park"])
    #expect(offers("explain tax[2030] --proof no") == ["notes.txt"])
    #expect(offers("save stu") == ["study.park"])
    // A script may be called anything, so what begins as it is typed is not kept back.
    #expect(offers("open no") == ["notes.txt"] && offers("replay not") == ["notes.txt"])
  }

  @Test("nothing that is typed is taken away: a suggestion begins with it, or stands for it")
  func keepsWhatIsTyped() {
    let conversation = Conversation(files: ["stage.park": CommandTests.stage])
    conversation.run("stage.park")
    let line = "firm f park=smart sector=digital arrives=2020 jobs=1.5k output=30万元/year"
    for end in line.indices {
      let text = String(line[..<end])
      let (replacing, found) = Completion.suggestions(for: text, in: conversation.session)
      let typed = String(decoding: text.utf8.suffix(replacing), as: UTF8.self)
      #expect(
        found.allSatisfy { $0.text.lowercased().contains(typed.lowercased()) }, "\(text): \(typed)")
    }
  }

  @Test("an attribute that is there already is not offered again")
  func onlyOnce() {
    #expect(!suggestions("park b area=1ha ").contains("area"))
    #expect(suggestions("park b area=1ha ").contains("city"))
  }

  @Test("a suggestion replaces just the letters before the cursor")
  func replaces() {
    let conversation = Conversation()
    #expect(Completion.suggestions(for: "park b ar", in: conversation.session).replacing == 2)
    #expect(Completion.suggestions(for: "park b ", in: conversation.session).replacing == 0)
  }
}
