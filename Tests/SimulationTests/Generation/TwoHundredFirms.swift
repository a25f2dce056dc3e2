/// A park's worth of firms under every rule that there is: two hundred of them and a cohort, in two
/// parks, eight sectors and twelve years.
enum TwoHundredFirms {
  static let script: String = {
    let sectors = [
      "toys", "paper", "electronics", "medicine", "materials", "equipment", "digital", "logistics",
    ]
    var lines = [
      "scenario start=2020 end=2031", "use china",
      "city hill gdp=2125亿元/year core=coast", "city coast gdp=20059亿元/year",
      "travel road from=hill to=coast time=75min",
      "rail line from=hill to=[coast] opens=2025-12 time=73min employment=2%",
      "park inland city=hill land_price=200 yuan/m2 opex=2% reference_jobs=2000",
      "park outpost city=coast land_price={2020: 600 yuan/m2, 2024: 700 yuan/m2} opex=1% urban=no",
      "phase one park=inland area=120ha floor=20ha investment=3bn start=2018 complete=2021-06",
      "phase two park=outpost area=90ha floor=9ha investment=2bn public=70% start=2019 complete=2020",
      "enclave shared park=outpost host=coast home=hill share=50% honour=75%",
      "incentive free park=inland type=holiday tax=cit schedule={0y: 100%, 2y: 50%, 5y: 0%}",
      "incentive back park=inland type=rebate schedule={0y: 100%, 3y: 50%, 5y: 0%} \\",
      "  agreements_until=2024-07",
      "incentive start park=outpost sectors=[digital, electronics] type=capex share=8%",
      "screen gate park=inland max_energy=0.52 tce/万元",
      "link chain between=[inland, outpost] from=2022 half_life=2y complementarity=0.6 \\",
      "  attraction=30% multiplier=20%",
      "cohort start-ups park=outpost sector=digital jobs=20 firms=60 pattern=bass from=2021 until=2030",
    ]
    var chance = Chance(200)
    for number in 1...200 {
      let park = chance.pick(["inland", "outpost"])
      let month = chance.whole(1...12)
      lines.append(
        "firm firm-\(number) park=\(park) sector=\(chance.pick(sectors)) "
          + "arrives=\(chance.whole(2019...2030))-\(month < 10 ? "0" : "")\(month) "
          + "jobs=\(chance.whole(10...160))")
    }
    return lines.joined(separator: "\n")
  }()
}
