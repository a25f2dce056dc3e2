import Testing

/// The questions about plans and futures, on several threads.
@Suite struct RobustThreadsTests {
  private static let stage = [
    "scenario \"Levers\" start=2020 end=2030", "use china", "city q",
    "park smart city=q area=40ha land_price=30万元/亩", "assume pace = 0.3 to 1",
    "assume slow = uniform(0y, 3y)",
    "cohort ten park=smart sector=toys from=2021 until=2028 firms=60 * pace jobs=100 land=0.5ha",
    "phase p2 park=smart area=20ha investment=1.2亿元 start=2020 complete=2022 delay=slow",
    "ensemble draws=200", "branch small", "set p2 area=10ha", "switch main",
  ]

  @Test(
    "the answers are those of one thread",
    arguments: [
      "robust quantile(npv(net_local), 10%), jobs[2030] by p2.area in 5ha to 30ha, "
        + "p2.investment in 3000万元 to 3亿元 among draws draws=130 size=8 rounds=4",
      "discover jobs[2030] < 1500 path", "discover \"npv(net_local) < 0\" boxes=2",
      "regret npv(net_local) among main, small", "evpi npv(net_local) among main, small",
    ])
  func threads(_ question: String) {
    func answer(_ threads: Int) -> String {
      let talk = Conversation()
      talk.use(threads: threads)
      talk.say(Self.stage)
      return talk.say(question)
    }
    let one = answer(1)
    #expect(!one.contains("error["), "\(one)")
    #expect(answer(2) == one)
    #expect(answer(8) == one)
  }
}
