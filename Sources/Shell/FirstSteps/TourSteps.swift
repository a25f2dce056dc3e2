import Diagnostics

/// A step of `tour`: a statement of Docs/Tutorial.md and what that page says of it, word for word (a test holds
/// them together, in both languages).
struct TourStep: Sendable {
  let statement: String
  /// The statement of Docs/Tutorial.zh.md, with names in Chinese.
  let chinese: String
  let reason: (english: String, chinese: String)

  init(_ statement: String, _ reason: String, chinese: String, _ chineseReason: String) {
    self.statement = statement
    self.chinese = chinese
    self.reason = (reason, chineseReason)
  }
}

/// The steps below a heading of the page.
struct TourChapter: Sendable {
  let title: (english: String, chinese: String)
  let steps: [TourStep]

  init(_ title: String, chinese: String, steps: [TourStep]) {
    self.title = (title, chinese)
    self.steps = steps
  }

  static let all: [TourChapter] = [
    start, place, firms, tables, rail, sources, files, figures, alternatives,
  ]

  private static let start = TourChapter(
    "Start", chinese: "开始",
    steps: [
      TourStep(
        #"scenario "A park by the river" start=2024 end=2035"#,
        "A study begins with the years it covers, and with the law.",
        chinese: #"情景 "江滨产业园" 开始=2024 结束=2035"#,
        "一项研究从所涉年份和税法开始。"),
      TourStep(
        "use china",
        "`china` is a library inside the program: seven taxes with their rates and their division between the central government, the province and the city, and ten kinds of firms.",
        chinese: "采用 中国",
        "`中国` 是程序自带的库：七个税种的税率及其在中央、省、市之间的分成，以及十类企业。"),
    ])

  private static let place = TourChapter(
    "A city, a park, its phases", chinese: "城市、园区和分期",
    steps: [
      TourStep(
        #"city quzhou "衢州" gdp=2125.20亿元/year"#,
        "A statement is a kind of thing, a name of your choice, perhaps a title in quotes, and attributes.",
        chinese: "城市 衢州 生产总值=2125.20亿元/年",
        "一条语句由类别、自取的名称、引号中的标题（可省略）和属性组成。"),
      TourStep(
        #"park river "江滨产业园" city=quzhou area=600亩"#,
        "There is no need to convert anything. Chinese and English words for a unit mean the same, and so do full-width digits.",
        chinese: #"园区 江滨 "江滨产业园" 城市=衢州 面积=600亩"#,
        "不必换算。单位的中文和英文写法意思相同，全角数字也可以。"),
      TourStep(
        #"phase p1 "First phase" park=river area=240亩 investment=6亿元 public=40% start=2024 complete=2025"#,
        "What starts `start=2024` starts on the first day of 2024; what is `complete=2025` is complete at the end of 2025, and `2028-06` at the end of June 2028.",
        chinese: "分期 一期 园区=江滨 面积=240亩 投资=6亿元 政府出资=40% 开始=2024 建成=2025",
        "`开始=2024` 即2024年第一天开工；`建成=2025` 即2025年底建成，`2028年6月` 即2028年6月底。"),
      TourStep(
        #"phase p2 "Second phase" park=river area=360亩 investment=9亿元 public=40% start=2027 complete=2028-06"#,
        "`public=40%` says that the government pays two fifths and others the rest.",
        chinese: "分期 二期 园区=江滨 面积=360亩 投资=9亿元 政府出资=40% 开始=2027 建成=2028年6月",
        "`政府出资=40%` 表示政府出资五分之二，其余由其他方面承担。"),
    ])

  private static let firms = TourChapter(
    "Firms", chinese: "企业",
    steps: [
      TourStep(
        #"firm toymaker "Toy maker" park=river sector=toys arrives=2025-07 jobs=350"#,
        "A firm has a park, a kind (its sector), a date at which it wants to come, and one figure that says how large it is.",
        chinese: "企业 玩具厂 园区=江滨 行业=toys 入驻=2025年7月 就业=350人",
        "一家企业有所在园区、行业、计划入驻的日期，以及一个说明规模的数字。"),
      TourStep(
        #"firm bearings "Precision bearings" park=river sector=equipment arrives=2026 land=80亩"#,
        "That figure can be what you happen to know: jobs, land, sales, or the tax that it has promised.",
        chinese: #"企业 轴承厂 "精密轴承" 园区=江滨 行业=equipment 入驻=2026 用地=80亩"#,
        "这个数字可以是手头已有的任何一个：就业、用地、产值，或企业承诺的税收。"),
      TourStep(
        #"firm films "Optical films" park=river sector=materials arrives=2027 local_tax=1500万元"#,
        "Of these three the first says its jobs, the second its land, and the third its tax.",
        chinese: #"企业 薄膜厂 "光学薄膜" 园区=江滨 行业=materials 入驻=2027 地方税收=1500万元"#,
        "这三家中，第一家写就业，第二家写用地，第三家写税收。"),
      TourStep(
        "show films",
        "Whatever you do not say is derived from the sector. `show` lays it all open: what you wrote, what the sector says, what holds by default, and in the last lines the size that follows.",
        chinese: "查看 薄膜厂",
        "没有写的内容由行业推得。`查看` 全部列出：所写的、行业规定的、默认的，最后几行是由此得到的规模。"),
      TourStep(
        #"cohort studios "Software studios" park=river sector=digital from=2026 until=2032 firms=40 jobs=50 pattern=bass"#,
        "Dozens of small tenants are better declared together, as a cohort.",
        chinese: #"企业群 工作室 "软件工作室" 园区=江滨 行业=digital 开始=2026 结束=2032 企业数=40 就业=50 到来方式=bass"#,
        "几十家小企业宜合在一起声明，称为企业群。"),
    ])

  private static let tables = TourChapter(
    "Tables", chinese: "表",
    steps: [
      TourStep(
        "table",
        "`table` alone shows the usual figures for every year.",
        chinese: "表",
        "单写 `表`，列出各年的常用数字。"),
      TourStep(
        "table tax by=tax years=2026..2035 every=3y",
        "Name what you want, and divide it with `by=`: by `tax`, `level` (of government), `firm`, `sector`, `phase`, `park` or `jurisdiction`.",
        chinese: "表 税收 按=税种 年份=2026..2035 每隔=3年",
        "写明要看的数字，用 `按=` 分解：按 `税种`、`政府层级`、`企业`、`行业`、`分期`、`园区` 或 `辖区`。"),
      TourStep(
        "table tax by=level years=2033..2035",
        "The parts always add up to the whole, to the fen, and as they are printed too.",
        chinese: "表 税收 按=政府层级 年份=2033..2035",
        "各组成部分之和总等于合计，精确到分，印出的数字也是如此。"),
      TourStep(
        "print tax.local[bearings, 2030]",
        "One figure by itself, exact to the fen, comes from `print`. In brackets stand a scope and a period, in any order, and either may be left out.",
        chinese: "显示 地方税收[轴承厂, 2030]",
        "单独一个数字用 `显示`，精确到分。方括号中写范围和期间，次序不限，也可只写其一。"),
      TourStep(
        "events",
        "When did all this happen? And why is the toy maker, who wanted to come in July 2025, only building in 2026?",
        chinese: "事件",
        "这些都发生在什么时候？玩具厂计划2025年7月入驻，为什么2026年才动工？"),
    ])

  private static let rail = TourChapter(
    "What the rail line does", chinese: "铁路带来什么",
    steps: [
      TourStep(
        #"city hangzhou "杭州" gdp=20059亿元/year"#,
        "So far Quzhou stands alone.",
        chinese: "城市 杭州 生产总值=20059亿元/年",
        "到目前为止，只有衢州一地。"),
      TourStep(
        "travel to-hangzhou from=quzhou to=hangzhou time=75min",
        "Give it a market: Hangzhou, and how long it takes to get there today.",
        chinese: "行程 去杭州 起点=衢州 终点=杭州 用时=75分钟",
        "现在给它一个市场：杭州，以及目前到杭州要多长时间。"),
      TourStep(
        #"rail fast-line "New line to Hangzhou" from=quzhou to=[hangzhou] opens=2027 saves=34min"#,
        "A line changes it. Suppose the plan: open at the start of 2027, 34 minutes saved.",
        chinese: #"铁路 新线 "杭州新线" 起点=衢州 终点=[杭州] 开通=2027 节省=34分钟"#,
        "铁路改变这一点。假定按规划：2027年初开通，节省34分钟。"),
      TourStep(
        "table market_potential, rail_uplift, output every=2y",
        "`market_potential` is Quzhou's own GDP and Hangzhou's, each worth half for every 30 minutes of travel.",
        chinese: "表 市场潜力, 铁路带来的市场准入增幅, 产值 每隔=2年",
        "`市场潜力` 是衢州自身和杭州的生产总值，行程每30分钟折半。"),
      TourStep(
        "set fast-line saves=2min",
        "Timetables are not plans.",
        chinese: "设定 新线 节省=2分钟",
        "规划不等于时刻表。"),
      TourStep(
        "undo",
        "`undo` takes one change back at a time, and `redo` makes it again.",
        chinese: "撤销",
        "`撤销` 每次撤回一处改动，`重做` 再做一次。"),
    ])

  private static let sources = TourChapter(
    "Say where figures come from", chinese: "注明数字的来源",
    steps: [
      TourStep(
        #"cite p1.investment "Park office, budget of March 2024" kind=budget evidence=S"#,
        "A study is worth what its sources are worth. `cite` notes one, for a thing or for one attribute of it.",
        chinese: #"引用 一期.投资 "园区管委会，2024年3月预算" 类型=budget 证据=S"#,
        "研究的价值取决于来源的价值。`引用` 为某项内容或其某个属性注明来源。")
    ])

  private static let files = TourChapter(
    "Save and replay", chinese: "保存和重放",
    steps: [
      TourStep(
        "save river.park",
        "`save` writes the scenario as a script: the same statements that you typed, in tidy form.",
        chinese: "保存 river.park",
        "`保存` 把情景写成脚本：就是所输入的语句，排列整齐。")
    ])

  private static let figures = TourChapter(
    "Take the figures away", chinese: "把数字带走",
    steps: [
      TourStep(
        "export river.csv tax, tax.local, jobs, investment",
        "`export` takes the same words as `table`, behind the name of a file that ends in `.csv`.",
        chinese: "导出 river.csv 税收, 地方税收, 就业, 投资",
        "`导出` 的写法与 `表` 相同，前面写文件名，以 `.csv` 结尾。"),
      TourStep(
        "plot tax, tax.local --ascii",
        "A picture says more than a column of figures. `plot` draws it here, and `export` takes the same words for a slide.",
        chinese: "画图 税收, 地方税收 --ascii",
        "一幅图胜过一列数字。`画图` 在此画出，`导出` 用同样的写法供幻灯片使用。"),
    ])

  private static let alternatives = TourChapter(
    "What if, and why", chinese: "假如和为什么",
    steps: [
      TourStep(
        "assume saving = 2 to 34min",
        "What you are not sure of gets a name and a range; a run takes the middle of it.",
        chinese: "假设 省时 = 2 to 34分钟",
        "没有把握的数字，给它一个名称和区间；运行时取中间值。"),
      TourStep(
        "set fast-line saves=saving",
        "From here on the line saves what the range says.",
        chinese: "设定 新线 节省=省时",
        "此后新线节省的时间按区间计。"),
      TourStep(
        "branch on-time",
        "A branch is the same scenario with something else.",
        chinese: "分支 如期",
        "分支是同一情景，只有一处不同。"),
      TourStep(
        "set fast-line saves=34min",
        "What is changed in a branch leaves the others as they are.",
        chinese: "设定 新线 节省=34分钟",
        "分支中的改动不影响其他分支。"),
      TourStep(
        "compare main on-time tax.local, jobs years=2030..2031",
        "`compare` puts branches beside each other.",
        chinese: "比较 main 如期 地方税收, 就业 年份=2030..2031",
        "`比较` 把各分支并列。"),
      TourStep(
        "switch main",
        "`switch` goes back to the branch that every session begins in.",
        chinese: "转到 main",
        "`转到` 回到每次会话开始时所在的分支。"),
      TourStep(
        "explain tax.stamp[toymaker, 2030]",
        "`explain` takes a figure apart, down to the line of the script or the default that set each factor.",
        chinese: "解释 税收.stamp[玩具厂, 2030]",
        "`解释` 把数字逐层分解，直到决定各因素的那一行脚本或默认值。"),
    ])
}
