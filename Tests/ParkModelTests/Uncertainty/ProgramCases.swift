/// Scenarios with uncertain attributes, written by hand.
enum ProgramCases {
  static let start = """
    scenario start=2021 end=2031
    use china
    city q
    park p city=q area=10ha
    phase p1 park=p area=10ha start=2021 complete=2022
    phase p2 park=p area=4ha start=2023 complete=2025 delay=discrete(0y: 0.4, 6 months: 0.3, 2y: 0.3)
    firm f park=p sector=toys arrives=2022 jobs=100
    firm g park=p sector=toys arrives=2022 jobs=40 * uniform(1, 3)
    cohort c park=p sector=toys from=2021 until=2025 firms=10 jobs=20
    unit USD = 7.1元
    assume a = uniform(0.5, 1.5)
    assume b = normal(2, 3)
    assume share = 2% to 8%
    assume price = 20万元/亩 to 40万元/亩
    assume wage1 = normal(9万元/year, 1万元/year)
    assume span = 0y to 3y
    assume site = uniform(2ha, 50亩)
    assume money = lognormal(3亿元, 40%)
    assume half = a / 2
    assume both = half * b + half
    assume path = {2021: a, 2025: b, 2028: 1}
    assume line = ramp(2021: a, 2027: b)
    assume certain = 3 * (1 + 15%)

    """

  /// Conditions that fail are values that fail.
  static let exact = [
    "set f jobs=100 * a", "set f jobs=100 * -a", "set f jobs=-(a - b) * 20 + 3", "set f jobs=b",
    "set f jobs=a / b * 100", "set f jobs=100 / (a - b) + 1 / a", "set f jobs=(1 + a) ^ b",
    "set f jobs=b ^ 2 + a ^ 0.5", "set f jobs=2 ^ a ^ 2", "set f jobs=(b - 3) ^ -1 + 9",
    "set f jobs=exp(a) + exp(b * 300)", "set f jobs=10 * ln(b)", "set f jobs=sqrt(b) + sqrt(a)",
    "set f jobs=max(a, b, 1.2)", "set f jobs=min(100 * a, 90, 40 * b)",
    "set f jobs=max(3, certain) * a", "set f jobs=certain + both + half - a",
    "set f jobs=100 * (1 + share)", "set f jobs=share in %", "set f jobs=1万 * share",
    "set f jobs=uniform(10, 20) + uniform(0.1, 0.3) * (20 to 30)",
    "set f jobs=(5 to 9) + 3", "set f jobs=g.jobs * 2 + p2.delay / 1 month",
    "set toys margin=share\nset f jobs=100 * f.margin",
    "set toys margin=uniform(10%, 20%)\nset f jobs=100 * (f.margin + a)",
    "set f jobs=toys.wage * a * 1y / 1万元",
    "set f jobs=path * 2", "set f jobs=path + path * 0 + 1",
    "set f jobs={2021: 100, 2025: 100 * a}",
    "set f jobs=ramp(2021: 10, 2025: 20 * b)", "set f jobs=line * 3 + 1 - a", "set f jobs=line / b",
    "set f jobs=max(path, a)", "set f jobs=exp(path)", "set f jobs=-path ^ 2",
    "set f jobs={2021: a, 2024: b} * {2022: 3, 2024: b, 2026: a}",
    "set f jobs=ramp(2021: a, 2025: b) + ramp(2023: 4, 2029: 8 * a)",
    "set f jobs=money / 3亿元 * 100", "set f jobs=site / 1亩", "set f jobs=price * site / 100万元",
    "set f jobs=site * 500 people/ha", "set f jobs=money / (20 * wage1 * 1y)",
    "set f jobs=f.moved * a + toys.margin",
    "set p1 area=site", "set p1 area=site + 3亩", "set p1 area=2亩 + site - 100m2 * a",
    "set p1 area=site in 亩", "set p1 area=(site * price in 亿元) / (30万元/亩)",
    "set p1 investment=money", "set p1 investment=2亿元 * a", "set p1 investment=100M yuan * b",
    "set p1 investment=price * site", "set p1 investment=money in bn yuan",
    "set p1 investment=3000万元 + money", "set p1 investment=30M USD * a",
    "set p1 investment=a * 100000000", "set p1 investment=money + 5000",
    "set p1 investment=(money ^ 2) / money", "set p1 investment=-money + 5亿元",
    "set p1 delay=span", "set p1 delay=span + 3 months", "set p1 delay=p2.delay * 2",
    "set p1 delay=1y - span", "set p1 delay=span * a + 20 days", "set p1 overrun=b",
    "set p1 overrun=-0 * a",
    "set p1 overrun=share * b - 5%", "set p1 public=share * 12",
    "set toys wage=wage1", "set toys wage=9万元 * a", "set toys wage=wage1 + 2000 yuan/month",
    "set toys wage=90000 * a", "set toys wage={2021: wage1, 2025: 10万元/year * a}",
    "set toys growth=share", "set toys growth=share - 5%",
    "set toys growth=ramp(2021: share, 2025: 3%)",
    "set toys growth={2021: 1% to 2%, 2025: uniform(2%, 3%), 2027: 4%}",
    "set toys hazard={0y: share, 3y: 9% * a, 6y: 1%}", "set toys margin=toys.value_added * a / 4",
    "set p land_price=price", "set p land_price=price in 元/m2",
    "set p land_price=price * (1 + share)",
    "set p opex=share * a", "set cit rate=15% * a", "set land-use rate=4 yuan/m2/year * a",
    "set land-use rate=b - 2",
    "set cit rate=15% * a\nset f jobs=100 * cit.rate",
    "set cit rate=b / 10 county_rate=cit.rate / 2\nset f jobs=100 * (cit.rate + cit.county_rate)",
    "set cit rate={2021: share, 2025: 20% * a}\nset f jobs=100 * cit.rate",
    "set land-use rate=4 yuan/m2/year * a\nset f jobs=land-use.rate * 1亩 * 1y / 100元",
    "set toys margin=uniform(10%, 20%)\nset f jobs=100 * f.margin + 50 * toys.margin",
    "set property rate=uniform(0.5%, 3%) * (1 - 30%)",
    "set vat central=a / 2 local=1 - vat.central province=0",
    "set vat central={2021: share, 2025: 50%} local=1 - vat.central province=0",
    "set vat central=min(b, 2) / 4 local=50% province=0",
    "set vat central={2021: 0.5, 2025: min(a, 1) / 2} local={2021: 50%, 2023: max(b, 2) / 4} province=0",
    "set c pattern=bass p=share * 1/year", "set c pattern=bass p={2021: a, 2023: b} * 1/year",
    "set c firms=20 * b", "set model discount=share",
    "set model siphon_near=a * 60min siphon_far=b * 60min",
    "set f jobs=if(certain > 3, 100 * a, 2)", "set f jobs=if(a > 1, 100 * a, b)",
    "set f jobs=if(a < 1 and not (b > 2), 10, 20 * a)", "set f jobs=if(b > 0, ln(b) + 10, 3)",
    "set f jobs=if(b != 0, a / b, 100)", "set f jobs=if(a < 1.2, 60 * a, 1 / 0)",
    "set f jobs=if(b <= 1, if(b >= 0, sqrt(b), 1), 1 / (b - 1))",
    "set f jobs=if(a == 1 or b == 1, 1, half)", "set p1 delay=if(span > 18 months, 2y, span)",
    "set p1 area=max(site, 30亩)", "set p1 area=min(site, 2ha * a) * 2 + 3亩",
    "set p1 investment=if(a > 1, money, 3000万元 * b)",
    "set p1 investment=max(money, 20M USD) * (1 + share) / 2",
    "set p1 area=max(site, 30亩, 3ha * a) / 2",
    "set p1 investment=if(a > 1, 3亿元, 0)",
    "assume safe = ln(b)\nset f jobs=if(b > 0, safe, a)\nset g jobs=safe",
  ]
}
