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
      ("firm f park=smart arrives=2024 jo", ["jobs", "jobs_per_area"]),
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
        "\"my folder/", "\"my study.park\"", "study.park", "衢州.park", "notes.txt",
      ])
    #expect(offers("open .") == [".hidden.park"])
    #expect(offers("open my") == ["\"my folder/", "\"my study.park\""])
    #expect(offers("open \"my s") == ["\"my study.park\""])
    #expect(offers("replay 衢") == ["衢州.park"])
    #expect(offers("explain tax[2030] --proof no") == ["notes.txt"])
    #expect(offers("save stu") == ["study.park"])
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
