import Testing

/// Checks of the program from outside, in Python: an oracle written from the model's page alone,
/// the real scenarios, and a terminal.
@Suite struct OutsideTests {
  @Test("the oracle holds to pencil and published figures")
  func oracle() async throws {
    let result = try await Parkline.python(["Tests/Conformance/test_oracle.py"])
    #expect(result.status == 0, "\(result.errors.suffix(2000))")
  }

  @Test("the program agrees with the oracle on generated scenarios, to the fen")
  func agrees() async throws {
    let result = try await Parkline.python(["Tests/Conformance/compare.py", Parkline.path, "0..60"])
    #expect(result.status == 0, "\(result.output.suffix(2000))")
    #expect(result.output.contains(" same"))
  }

  @Test(
    "the scenarios say what was reported, and public cases come out as published",
    arguments: [
      ["parks"], ["railway", "mountain_ocean", "anti_gradient"], ["port_town", "published"],
    ]
  )
  func scenarios(_ studies: [String]) async throws {
    let result = try await Parkline.python(["Tests/Scenarios/check.py", Parkline.path] + studies)
    #expect(result.status == 0, "\(result.output.suffix(2000))")
  }

  @Test(
    "work can be stopped, streams are what Unix expects, no text and no key does harm",
    arguments: ["stops", "conventions", "controls", "keys"])
  func stops(_ name: String) async throws {
    let result = try await Parkline.python(["Tests/Terminal/\(name)_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("lines are edited, coloured and hinted at in a terminal")
  func editing() async throws {
    let result = try await Parkline.python(["Tests/Terminal/editing_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("the first minutes: the language of the locale, the first screen, demo, new and tour")
  func first() async throws {
    let result = try await Parkline.python(["Tests/Terminal/first_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("the prompt works in a terminal")
  func terminal() async throws {
    let result = try await Parkline.python(["Tests/Terminal/prompt_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("answers fit the terminal, and long ones go through a pager")
  func output() async throws {
    let result = try await Parkline.python(["Tests/Terminal/output_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("windows of every size: resizing, banners, margins")
  func windows() async throws {
    let result = try await Parkline.python(["Tests/Terminal/windows_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("what was accepted at a terminal outlives it")
  func kept() async throws {
    let result = try await Parkline.python(["Tests/Terminal/kept_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }

  @Test("the prompt completes what it knows, and shells complete the program")
  func knows() async throws {
    let result = try await Parkline.python(["Tests/Terminal/knows_test.py", Parkline.path])
    #expect(result.status == 0, "\(result.output.suffix(3000))\(result.errors.suffix(2000))")
  }
}
