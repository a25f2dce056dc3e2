extension Chinese {
  /// What help pages say beside names, and what Tab offers.
  static let helpPages: [String: String] = [
    "the first branch": "最初的分支",
    "built in": "内置",
    "and its value": "及其值",
    "the unit to print it in": "显示用的单位",
    "the branch to read it in": "读取的分支",
    "the column with names": "名称所在的列",
    "the column with titles": "标题所在的列",
    "a column of the file": "文件中的一列",
    "each {}": "按{1}",
    "{}: its attributes behind a dot": "{1}：其属性写在点号之后",
    "a date": "日期",
    "a tax": "税种",
    "another tax": "另一税种",
    "`use {}` brings it": "`use {1}` 可采用",
    "level of government": "政府层级",
    "of this scenario": "本情景的",
    "{}, with {} where those are asked for": "{1}，可按需加 {2}",
    "attribute of `{}`": "`{1}` 的属性",
    "list of {}": "{1}列表",
    "in {}; {}": "单位：{1}；{2}",
    "`show {}` says what it is": "`show {1}` 说明其内容",
    "narrow one with [SCOPE, PERIOD]: `tax.local[toys, 2025..2030]`, `jobs[smart]`":
      "用 [范围, 期间] 限定：`tax.local[toys, 2025..2030]`、`jobs[smart]`",
    "a function of a SERIES takes a metric over time: `mean(jobs[2025..2030])`":
      "SERIES 处写随时间变化的指标：`mean(jobs[2025..2030])`",
    "a plain run takes the mode of `triangular` and `pert`, the likeliest of `discrete` and `bernoulli`, the median of the others":
      "一般运行时，`triangular` 和 `pert` 取众数，`discrete` 和 `bernoulli` 取最可能的值，其余取中位数",
    "plain numbers": "无单位数字",
    "a year's is the sum of its steps": "年度值为各步之和",
    "a year's is that of its end": "年度值取年末",
    "a year's is made of the year's other figures": "年度值由当年其他数字算出",
    "a schedule that runs straight between its dates, or ages": "在各日期（或年龄）之间直线变化的时间表",
    "attribute of {}": "{1} 的属性",
    "{} of the library {}": "{1}，来自库 {2}",
    "{} of this scenario": "本情景的{1}",
    "`show {}` says what it comes to, `help {}` what it can be given":
      "`show {1}` 说明其内容，`help {2}` 说明可写的属性",
    "a magnitude, 1e{}": "数量级，1e{1}",
    "every way to say how uncertain a value is": "表示不确定程度的各种写法",
    "every function": "全部函数",
    "what the keys do at the prompt": "各按键的作用",
    "every figure that can be asked for": "可查询的全部数字",
    "what the command line takes": "命令行的选项",
    "every unit and magnitude": "全部单位和数量级",
    "how values are written": "各种值的写法",
    "a built-in library": "内置库",
    "a built-in library: `use {}` takes up what it declares": "内置库：`use {1}` 采用其内容",
    "levels of government: {}": "政府层级：{1}",
    "{} of the kind {}: {}": "{2} {1} 项：{3}",
    "`show {}` says what one is, with its sources; `set` changes it":
      "`show {1}` 说明其中一项及其来源，`set` 可修改",
    "a built-in library: `use {}` behind {} puts ranges in the place of numbers":
      "内置库：在 {2} 之后 `use {1}`，以区间替换数字",
    "Each goes from low to high round the central value. Without draws the central value counts, so a run's figures stay as they were. What the scenario sets itself stays.":
      "各区间围绕中间值由低到高。不抽样时按中间值计，运行的数字不变。情景自身设定的内容保持不变。",
    "`show {}` says them, with their sources; `set` changes one":
      "`show {1}` 说明各项及来源，`set` 可修改其中一项",
    "{} (not in vi)": "{1}（vi 中没有）",
    "{} (in vi: {})": "{1}（vi 中：{2}）",
    "lines are read as they come: there is no editor here": "逐行读取：这里没有行编辑",
    "~/.editrc binds other keys; `bind -v` in it chooses vi, where Esc begins commands":
      "~/.editrc 可绑定其他按键；其中写 `bind -v` 即用 vi 方式，Esc 之后为命令",
    "`parkline --help` says more, also of `parkline fmt`, `parkline check` and `parkline verify`":
      "`parkline --help` 说明更多，包括 `parkline fmt`、`parkline check` 和 `parkline verify`",
    "an option of the command line: `parkline --help`": "命令行选项：`parkline --help`",
    "option": "选项",
    "a hundredth": "百分之一",
    "a magnitude, 1e{}, before a unit or alone": "数量级，1e{1}，写在单位之前或单独使用",
    "magnitudes: {}": "数量级：{1}",
    "(bare numbers are yuan)": "（不写单位即为元）",
    "after `assume g = 5%`": "先写 `assume g = 5%`",
    "also": "又写作",
    "uncertain": "不确定",
    "the language of everything that is answered, with its headings and magnitudes":
      "全部回答的语言，含表头和数量级",
    "decimals of what is no whole count": "非整数的小数位数",
    "the language of headings, of units and of the headline": "表头、单位和摘要行的语言",
    "whether an answer longer than the screen is shown page by page": "超过一屏的回答是否分页显示",
    "money in prices of one year, or nominal, by `model.inflation`":
      "金额按某一年价格，或按 `model.inflation` 折为现价",
    "FIRST..LAST, such as 2021..2030": "FIRST..LAST，如 2021..2030",
    "years, such as {}": "年份，如 {1}",
  ]
}
