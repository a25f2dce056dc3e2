import Testing

/// For each row of the table of doubts, statements at which it fires and others at which it is silent.
extension DoubtTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var row: String
    var statements: String
    /// The text of the culprit.
    var piece = ""
    /// What the sentence says.
    var says = ""
    var testDescription: String { row + ": " + statements }

    init(_ row: String, _ statements: String, _ piece: String = "", _ says: String = "") {
      (self.row, self.statements, self.piece, self.says) = (row, statements, piece, says)
    }
  }

  static let firing: [Case] = [
    Case(
      "agreements-over",
      "incentive i park=p type=rebate schedule={0y: 100%, 2y: 0%} agreements_until=2018", "2018",
      "its agreements end before 2019-01-01, and the first firm comes on 2020-01-01"),
    Case(
      "banned-rebate",
      "incentive i park=p type=rebate schedule={0y: 100%}; firm f park=p sector=toys arrives=2025 jobs=9",
      "rebate", "such as `f`"),
    Case(
      "banned-rebate",
      "incentive i park=p type=rebate schedule={0y: 100%} agreements_until=2026\n"
        + "cohort f park=p sector=toys from=2021 until=2025 firms=3 jobs=9", "2026", "such as `f`"),
    Case("bare-share", "boost b park=p productivity=5", "5", "`productivity` of `b` is 500 %"),
    Case("bare-share", "set p opex=3", "3", "`opex` of `p` is 300 %"),
    Case(
      "begins-late", "firm f park=p sector=toys arrives=2031 jobs=9", "2031",
      "it arrives on 2031-01-01, and the scenario ends on 2031-01-01"),
    Case(
      "begins-late", "rail r from=c to=[d] opens=2030 delay=1y time=40min", "2030",
      "with its delay, it opens on 2031-01-01"),
    Case("begins-late", "boost b park=p productivity=5% from=2040", "2040", "begins on 2040-01-01"),
    Case(
      "begins-late", "phase x park=p area=100ha start=2032 complete=2033", "2032",
      "begins on 2032-01-01"),
    Case(
      "begins-late", "cohort f park=p sector=toys from=2032 until=2035 firms=3 jobs=9", "2032",
      "begins on 2032-01-01"),
    Case(
      "begins-late",
      "park q city=d area=1ha; link l between=[p, q] complementarity=1 attraction=1% "
        + "from=2031", "2031", "begins on 2031-01-01"),
    Case(
      "complete-late", "phase x park=p area=100ha start=2028 complete=2030", "2030",
      "it is complete on 2031-01-01, and the scenario ends on 2031-01-01"),
    Case(
      "complete-late", "phase x park=p area=100ha start=2026 complete=2028 delay=30 months", "2028",
      "2031-07-01 with its delay"),
    Case("high-discount", "set model discount=8", "8", "`discount` is 800 %"),
    Case("high-inflation", "set model inflation=3", "3", "`inflation` is 300 %"),
    Case("high-growth", "set toys growth=3", "3", "`growth` of `toys` is 300 %"),
    Case("high-growth", "set own growth=60%", "60%", "`growth` of `own` is 60 %"),
    Case(
      "idle-attribute", "cohort f park=p sector=toys from=2021 until=2025 firms=3 jobs=9 p=0.02",
      "0.02", "`p` of `f` is read only with `pattern=bass`"),
    Case(
      "idle-attribute", "phase x park=p area=100ha start=2020 complete=2021 overrun=5%", "5%",
      "`overrun` of `x` is read only with `investment`"),
    Case(
      "idle-attribute", "boost b park=p productivity=5% half_life=2y", "2y",
      "`half_life` of `b` is read only with `from`"),
    Case(
      "idle-attribute", "set p opex=3%", "3%", "`opex` of `p` is a share of what its phases cost"),
    Case(
      "idle-attribute", "set p land_set_aside=30%", "30%",
      "`land_set_aside` of `p` is read only with `land_price`"),
    Case(
      "idle-attribute", "enclave e park=p host=d home=c share=50% net=yes", "yes",
      "`net` of `e` changes nothing: `p` pays no rebate"),
    Case(
      "idle-attribute", "enclave e park=p host=d home=c fixed=1M yuan/year net=yes", "yes",
      "`net` of `e` is read only with `share`"),
    Case(
      "idle-attribute",
      "phase x park=p area=100ha start=2020 complete=2021 investment=1bn\n"
        + "enclave e park=p host=d home=c contribution=1M honour=50%", "50%",
      "`honour` of `e` is read only with `share`"),
    Case(
      "large-contribution",
      "phase x park=p area=100ha start=2020 complete=2021 investment=400M public=50%\n"
        + "enclave e park=p host=d home=c share=50% contribution=300M", "300M",
      "`e` contributes 300M yuan to a park that costs the public 200M yuan"),
    Case(
      "land-without-phase", "phase x park=p area=60ha start=2018 complete=2019", "100ha",
      "40 ha of the 100 ha of `p`"),
    Case(
      "large-firm", "firm f park=p sector=toys arrives=2020 output=30bn land=1ha", "30bn",
      "`f` sells 30bn yuan a year, 15 % of the GDP of `c`"),
    Case(
      "large-firm",
      "set toys output_per_job=5M yuan/year survival_scale=0\n"
        + "cohort f park=p sector=toys from=2020 until=2022 firms=100 jobs=60 land=0ha", "100",
      "the firms of `f` together sell 30bn yuan a year, 15 % of the GDP of `c`"),
    Case(
      "large-firm",
      (1...30).map { "firm f\($0) park=p sector=toys arrives=2020 output=1bn land=0ha" }
        .joined(separator: "\n") + "\nset toys survival_scale=0", "200bn",
      "all firms of `c` together sell 30.07bn yuan a year, 15.04 % of the GDP of `c`, in 20"),
    // Who is too large alone is said alone; the others together are another matter.
    Case(
      "large-firm",
      "firm f park=p sector=toys arrives=2020 output=30bn land=0ha; "
        + "firm g park=p sector=toys arrives=2020 output=18bn land=0ha", "30bn", "`f` sells 30bn"),
    Case("no-effect", "rail r from=c to=[d] opens=2025", "", "`r` changes nothing"),
    Case("no-effect", "boost b park=p productivity=0", "", "`b` changes nothing"),
    Case(
      "no-tax",
      "scenario start=2020 end=2025; park p area=1ha; sector s output_per_job=1M; "
        + "firm f park=p sector=s jobs=3 arrives=2020", "", "no tax is declared"),
    Case("no-way-to-core", "city e gdp=9bn core=d", "d", "no travel time leads from `e`"),
    Case(
      "nobody", "boost b park=p sectors=[toys, paper] productivity=5%", "[toys, paper]",
      "no firm: `paper`"),
    Case(
      "nobody", "park q city=d area=1ha; screen s park=q max_energy=0.5 tce/万元", "q",
      "`q` has neither firms nor cohorts"),
    Case(
      "opens-late", "firm f park=p sector=toys arrives=2030-06 jobs=9", "2030-06",
      "it takes 12 months to build, until 2031-06-01"),
    Case(
      "output-per-job", "firm f park=p sector=toys arrives=2020 jobs=10 output=300M", "300M",
      "a job of `f` makes 30M yuan a year"),
    Case(
      "output-per-job", "firm f park=p sector=toys arrives=2020 jobs=10 output=1M", "1M",
      "a job of `f` makes 100,000 yuan a year"),
    Case(
      "past-cohort", "cohort f park=p sector=toys from=2010 until=2022 firms=13 jobs=9", "2010",
      "10 of the 13 firms of `f` come before the scenario starts on 2020-01-01"),
    Case(
      "past-cohort", "cohort f park=p sector=toys from=2010 until=2012 firms=13 jobs=9", "2012",
      "`f` is over before the scenario starts on 2020-01-01"),
    Case(
      "phases-beyond-park", "phase x park=p area=120ha start=2018 complete=2019", "100ha",
      "the phases of `p` have 120 ha, more than the 100 ha of the park"),
    Case("reference-jobs", "set p reference_jobs=5000", "5000", "never has more than its 5,000"),
    Case(
      "saves-all", "rail r from=c to=[d] opens=2025 saves=100min", "100min",
      "`r` saves 100 min between `c` and `d`, which are 80 min apart: 5 min are left"),
    Case(
      "jobs-and-entry", "rail r from=c to=[d] opens=2025 saves=30min employment=7%", "7%",
      "`r` adds 7 % to jobs, and brings `own` more output by the time that it saves"),
    Case(
      "jobs-and-entry",
      "set own rail_elasticity=0; cohort f park=p sector=digital from=2020 until=2025 firms=3 jobs=9\n"
        + "rail r from=d to=[c] opens=2025 time=50min employment=7%", "7%",
      "brings `f` more arrivals by the time that it saves"),
    Case("saves-all", "rail r from=c to=[d] opens=2025 saves=76min", "76min", "5 min are left"),
    Case(
      "saves-nothing", "city e gdp=9bn; rail r from=c to=[e] opens=2025 saves=10min", "10min",
      "no time is declared"),
    Case("small-market", "city e gdp=3000", "3000", "`gdp` of `e` is 3,000 yuan a year"),
    Case(
      "sunk-cost",
      "phase x park=p area=100ha start=2018 complete=2021 investment=100M profile=linear",
      "2018", "50M yuan of public money, 50 % of all, is spent before the scenario starts"),
    Case(
      "tax-per-job", "firm f park=p sector=toys arrives=2020 jobs=10 total_tax=50M", "50M",
      "`f` pledges 5M yuan of tax a job"),
    Case(
      "tax-per-mu", "firm f park=p sector=toys arrives=2020 total_tax=50M land=5亩", "5亩",
      "`f` pays 10M yuan of tax a mu and year"),
    Case(
      "tax-per-mu",
      "park q area=50ha; firm f park=q sector=toys arrives=2019 jobs=0 land=1亩 survival_scale=0\n"
        + "firm g park=q sector=toys arrives=2019 total_tax=30M jobs=100 land=0ha ramp=0y build=0y "
        + "growth=0 survival_scale=0", "",
      "`q` pays 30.01M yuan of tax a mu of occupied land in 20"),
    Case(
      "tax-per-mu",
      "set own land=0ha jobs=5000; park q area=50ha; firm f park=q sector=toys arrives=2020 jobs=1 land=0.01ha",
      "", "all parks together pay "),
    Case(
      "tax-share", "firm f park=p sector=toys arrives=2020 output=100M total_tax=20M", "20M",
      "`f` pays 80 % of its value added in taxes"),
    Case(
      "unread-key", "set c gdp={2020: 1bn, 2025: 2bn}", "2025: 2bn", "`gdp` of `c` is read once"),
    Case(
      "unpaid-contribution", "enclave e park=p host=d home=c share=50% contribution=3M", "3M",
      "`contribution` of `e` is never paid"),
    Case(
      "unpaid-contribution",
      "phase x park=p area=100ha start=2020 complete=2021 investment=400M public=0%\n"
        + "enclave e park=p host=d home=c share=50% contribution=3M", "3M", "they spend none"),
    Case(
      "unpaid-fixed",
      "phase x park=p area=100ha start=2028 complete=2031\n"
        + "enclave e park=p host=d home=c fixed=3M yuan/year", "3M yuan/year",
      "no phase of its park is complete before the end"),
    Case(
      "nobody", "park q; enclave e park=q host=d home=c share=50%", "",
      "`e` is for nobody: `q` has neither firms nor cohorts"),
    Case(
      "nobody", "park q; enclave e park=q host=d home=c share=50% fixed=3M yuan/year", "50%",
      "`share` of `e` passes nothing on"),
    Case("unused", "unit USD = 6.47 yuan", "", "nothing uses the unit `USD`"),
    Case(
      "waits-for-ever", "firm f park=p sector=equipment arrives=2020 output=95亿元", "95亿元",
      "it needs 121.8 ha of land, and `p` has 100 ha"),
    Case(
      "waits-for-ever",
      "park q city=c; phase x park=q area=10ha start=2018 complete=2019\n"
        + "firm f park=q sector=toys arrives=2020 jobs=9 land=20ha", "20ha",
      "it needs 20 ha of land, and the largest phase of `q` has 10 ha"),
    Case(
      "waits-for-ever", "firm f park=p sector=toys arrives=2020 jobs=9 floor=500m2", "500m2",
      "and `p` offers no floor"),
    Case(
      "waits-for-ever",
      "park q city=c; cohort f park=q sector=toys from=2020 until=2022 firms=3 jobs=110",
      "110", "each of its firms needs 1 ha of land, and `q` offers no land"),
    Case(
      "unread-key",
      "phase x park=p area=100ha start=2021 complete=2022 spending={2021: 3亿元, 2024: 5亿元}",
      "2024: 5亿元", "`spending` of `x` ends with the building, on 2023-01-01"),
    Case(
      "unread-key", "phase x park=p area=100ha start=2021 complete=2022 spending={2019: 3亿元}",
      "2019: 3亿元", "`spending` of `x` begins on 2019-01-01, and building on 2021-01-01: nothing"),
    Case(
      "unread-key",
      "phase x park=p area=100ha start=2021 complete=2022 spending={2022: 3亿元, 2023: 0}",
      "2022: 3亿元", "as much as its first value is spent from there on already"),
    Case(
      "unread-key",
      "assume s = {2021: 3亿元, 2030: 5亿元}\n"
        + "phase x park=p area=100ha start=2021 complete=2022 spending=s", "s", "is never spent"),
    Case(
      "unread-key", "set vat rate={2021: 13%, 2035: 9%}", "2035: 9%",
      "`rate` of `vat` changes on 2035-01-01, and the scenario ends on 2031-01-01"),
    Case(
      "unread-key", "set own jobs={2021: 50, 2031: 90, 2035: 95}", "2031: 90, 2035: 95",
      "`jobs` of `own` changes on 2031-01-01"),
    Case(
      "unread-key", "boost b park=p productivity={2021: 5%, 2025: 8%, 2026: 0%} until=2023",
      "2025: 8%", "`productivity` of `b` changes on 2025-01-01, and `b` ends on 2024-01-01"),
    Case(
      "unread-key", "set p land_price=ramp(2021: 10万元/亩, 2032: 20万元/亩, 2040: 30万元/亩)",
      "2040: 30万元/亩", "changes on 2040-01-01"),
    Case(
      "high-discount", "metric worth = npv(tax, 8)", "npv(tax, 8)",
      "the rate of `npv` in `worth` is 800 %"),
    Case(
      "time-floor", "rail r from=c to=[d] opens=2025 time=2min", "2min",
      "`r` takes 2 min between `c` and `d`, and the model takes no less than 5 min"),
    Case(
      "no-gain", "rail r from=c to=[d] opens=2025 time=90min", "90min",
      "`time` of `r` changes nothing: `c` and `d` are 80 min apart without it"),
    Case("no-gain", "rail r from=d to=[c] opens=2025 time=80min employment=1%", "80min", "`r`"),
    Case(
      "idle-attribute", "set c handover_base=3亿元", "3亿元",
      "`handover_base` of `c` is read only with `handover`"),
    Case(
      "idle-attribute", "tax levy base=output rate=1% county_rate=0.5% local=100%", "0.5%",
      "`county_rate` of `levy` is for parks with `urban=no`"),
    Case("unused", "assume nobody = 3", "", "nothing in the scenario uses the assumption `nobody`"),
    Case("unused", "city e gdp=200bn", "", "nothing in the scenario uses the city `e`"),
    Case("unused", "park q area=1ha", "", "nothing uses the park `q`"),
    Case(
      "over-before-start", "boost b park=p productivity=5% from=2015 until=2018", "2018",
      "it is over before the scenario starts on 2020-01-01"),
    Case(
      "no-effect", "incentive i park=p type=capex share=0", "0",
      "`i` changes nothing: its `share` is 0"),
    Case(
      "no-effect", "enclave e park=p host=d home=c share=0 fixed=0", "0", "`share` and its `fixed`"),
    Case("no-effect", "tax levy base=output rate=0 local=100%", "0", "its `rate` is 0"),
    Case(
      "no-effect", "cohort f park=p sector=toys from=2021 until=2025 firms=0 jobs=9", "0",
      "its `firms` is 0"),
    Case(
      "rejects-all", "screen s park=p sectors=[digital]", "p",
      "`s` turns away `own`, the only one: `p` stays empty"),
    Case(
      "rejects-all",
      "cohort f park=p sector=toys from=2021 until=2025 firms=3 jobs=9\n"
        + "screen s park=p min_tax=100亿元/亩/year; screen u park=p sectors=[digital]", "p",
      "`s`, `u` turn away all that come"),
  ]

  static let silent: [Case] = [
    Case(
      "unread-key",
      "phase x park=p area=100ha start=2021 complete=2023-06 delay=1y "
        + "spending={2021: 3亿元, 2023: 5亿元, 2024: 0}"),
    Case(
      "unread-key",
      "phase x park=p area=100ha start=2029 complete=2033 spending={2029: 1M, 2032: 2M}"),
    Case("unread-key", "set vat rate={2016: 17%, 2021: 13%, 2030: 9%}"),
    Case("unread-key", "boost b park=p productivity={2021: 5%, 2024: 0} until=2023"),
    Case("unread-key", "set p land_price=ramp(2021: 10万元/亩, 2035: 20万元/亩)"),
    Case("unread-key", "firm f park=p sector=toys arrives=2032 jobs={2032: 9, 2035: 10}"),
    Case("high-discount", "metric worth = npv(tax, 8%)"),
    Case("time-floor", "rail r from=c to=[d] opens=2025 time=5min"),
    Case("time-floor", "set model least_time=1min; rail r from=c to=[d] opens=2025 time=2min"),
    Case("no-gain", "rail r from=c to=[d] opens=2025 time=79min"),
    Case("no-gain", "rail r from=c to=[d] opens=2025 time=60min to 120min"),
    Case("no-gain", "city e gdp=9bn; rail r from=c to=[e] opens=2025 time=500min"),
    Case("idle-attribute", "set c handover=20% handover_base=3亿元"),
    Case(
      "idle-attribute",
      "park q city=c urban=no; tax levy base=output rate=1% county_rate=0.5% local=100%"),
    Case(
      "unused", "assume g = 3%; set own growth=g; assume each = 5 jobs; metric worth = jobs / each"),
    Case(
      "unused", "assume slow = 1y to 2y; assume dear = 5% to 10%; correlate slow dear 0.5"),
    Case("over-before-start", "boost b park=p productivity=5% from=2015 until=2020"),
    Case("no-effect", "set vat rate=0; enclave e park=p host=d home=c share=0 fixed=3M"),
    Case("no-effect", "tax levy base=output rate=0 county_rate=1% local=100%"),
    Case("no-effect", "boost b park=p productivity=-5% to 5%"),
    Case("rejects-all", "screen s park=p sectors=[toys]"),
    Case(
      "rejects-all",
      "firm f park=p sector=digital arrives=2021 jobs=9; screen s park=p sectors=[digital]"
    ),
    Case(
      "waits-for-ever",
      "park q city=c; cohort f park=q sector=toys from=2020 until=2022 firms=0 jobs=9"),
    Case(
      "agreements-over",
      "incentive i park=p type=rebate schedule={0y: 100%, 2y: 0%} agreements_until=2020"),
    Case("banned-rebate", "incentive i park=p type=rebate schedule={0y: 100%}"),
    Case(
      "banned-rebate",
      "incentive i park=p type=rebate schedule={0y: 100%} agreements_until=2024-07\n"
        + "firm f park=p sector=toys arrives=2025 jobs=9"),
    Case("bare-share", "boost b park=p productivity=0.5; set p opex=150%"),
    Case("begins-late", "firm f park=p sector=toys arrives=2030 jobs=9"),
    Case("complete-late", "phase x park=p area=100ha start=2028 complete=2029"),
    Case("high-discount", "set model discount=12%"),
    Case("high-inflation", "set model inflation=24%"),
    Case("high-growth", "set own growth=20%"),
    Case(
      "idle-attribute",
      "cohort f park=p sector=toys from=2021 until=2025 firms=3 jobs=9 pattern=bass p=0.02\n"
        + "boost b park=p productivity=5% half_life=2y from=2021"),
    Case(
      "idle-attribute",
      "set p land_price=100 yuan/m2 land_set_aside=30%\n"
        + "incentive i park=p type=rebate schedule=10% agreements_until=2022\n"
        + "enclave e park=p host=d home=c share=50% net=yes honour=90%"),
    Case(
      "large-contribution",
      "phase x park=p area=100ha start=2020 complete=2021 investment=400M public=50%\n"
        + "enclave e park=p host=d home=c share=50% contribution=200M"),
    Case("nobody", "park q; enclave e park=q host=d home=c fixed=3M yuan/year"),
    Case(
      "unpaid-contribution",
      "phase x park=p area=100ha start=2029 complete=2031 investment=1M public=1%\n"
        + "enclave e park=p host=d home=c share=50% contribution=1元"),
    Case("unpaid-fixed", "enclave e park=p host=d home=c fixed=3M yuan/year"),
    Case("land-without-phase", "phase x park=p area=100ha start=2018 complete=2019"),
    Case("large-firm", "firm f park=p sector=toys arrives=2020 output=15bn land=1ha"),
    Case(
      "large-firm",
      "cohort f park=p sector=toys from=2020 until=2022 firms=100 jobs=60 land=0ha; city e"),
    Case("output-per-job", "firm f park=p sector=toys arrives=2020 jobs=10 output=0"),
    Case("no-effect", "rail r from=c to=[d] opens=2025 employment=2%"),
    Case("no-tax", "scenario start=2020 end=2025; park p area=1ha"),
    Case("no-way-to-core", "set c core=d"),
    Case("nobody", "boost b park=p sectors=[toys] productivity=5%"),
    Case("nobody", "screen s park=p sectors=[toys, paper]"),
    Case("opens-late", "firm f park=p sector=toys arrives=2029-06 jobs=9"),
    Case("output-per-job", "firm f park=p sector=platform arrives=2020 jobs=10 output=100M"),
    Case("past-cohort", "cohort f park=p sector=toys from=2020 until=2022 firms=13 jobs=9"),
    Case("phases-beyond-park", "phase x park=p area=100ha start=2018 complete=2019"),
    Case("reference-jobs", "set p reference_jobs=10"),
    Case("jobs-and-entry", "rail r from=c to=[d] opens=2025 saves=30min"),
    Case("jobs-and-entry", "rail r from=c to=[d] opens=2025 employment=7%"),
    Case(
      "jobs-and-entry",
      "set model rail_elasticity=0; rail r from=c to=[d] opens=2025 saves=30min employment=7%"),
    Case("saves-all", "rail r from=c to=[d] opens=2025 saves=75min"),
    Case("saves-nothing", "rail r from=c to=[d] opens=2025 saves=7min"),
    Case("small-market", "city e gdp=1亿元"),
    Case("sunk-cost", "phase x park=p area=100ha start=2020 complete=2021 investment=100M"),
    Case("tax-per-job", "firm f park=p sector=toys arrives=2020 jobs=100 total_tax=10M"),
    Case("tax-per-mu", "firm f park=p sector=toys arrives=2020 total_tax=20M land=5亩"),
    Case(
      "tax-per-mu",
      "firm g park=p sector=toys arrives=2020 jobs=600 land=0ha; set own land=1ha"),
    Case("tax-share", "firm f park=p sector=toys arrives=2020 output=100M total_tax=11M"),
    Case("unread-key", "set own jobs={2020: 10, 2025: 20}"),
    Case("unused", "unit USD = 6.47 yuan; set c gdp=1bn USD"),
    Case("waits-for-ever", "firm f park=p sector=toys arrives=2020 jobs=9 land=90ha"),
    Case(
      "waits-for-ever", "cohort f park=p sector=toys from=2010 until=2012 firms=13 jobs=9"),
  ]
}
