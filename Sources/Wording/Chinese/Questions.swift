extension Chinese {
  /// What is asked wrongly, and what is said below figures.
  static let questions: [String: String] = [
    "`{}` reaches beyond {}, from {} to {}": "`{1}` 超出{2}，其起止为 {3} 至 {4}",
    "`{}` is outside {}, from {} to {}": "`{1}` 在{2}之外，其起止为 {3} 至 {4}",
    "the part that lies within is `{}`": "其内的部分为 `{1}`", "it has receipts of {}": "它含有 {1} 的回执",
    "row {} ({}), column {}: the file says {}, the run {}": "第 {1} 行（{2}），列 {3}：文件为 {4}，运行为 {5}",
    "{} for each period": "各期的{1}", "{} by age": "按年龄的{1}", "{} over time": "随时间的{1}",
    "`{}` has no value {}": "`{1}` {2}没有值",
    "`appraise` takes money, and this is {}": "`appraise` 需要金额，这里是{1}",
    "`appraise` takes money over time, and this is {}": "`appraise` 需要随时间的金额，这里是{1}",
    "name a figure, for example `appraise tax - investment.public`":
      "请写数字，例如 `appraise tax - investment.public`",
    "name money, for example `appraise tax - investment.public`":
      "请写金额，例如 `appraise tax - investment.public`",
    "`explain` takes a figure, and this is true or false": "`explain` 需要数字，这里是真假值",
    "`{}` has a value for each period, and one is explained": "`{1}` 每期各有一个值，只能解释其中一个",
    "explain one of its sides": "请解释其中一边",
    "`{}` reads the draws of the branch at hand": "`{1}` 读取当前分支的抽样",
    "name the branch within: `chance(tax[2030] of {} > 1bn yuan)`":
      "请在括号内写明分支：`chance(tax[2030] of {1} > 1bn yuan)`",
    "what is discounted is in prices of {}": "折现金额按{1}年价格",
    "a rate of discount is above -100 %": "折现率须高于 -100 %",
    "`{}` works on a figure over time, and this is {}": "`{1}` 用于随时间的数字，这里是{2}",
    "name a metric, for example `{}(tax)`, or what goes by dates: `{}({2021: 8M yuan, 2025: 5M yuan})`":
      "请写指标，例如 `{1}(tax)`，或按日期的数字：`{2}({2021: 8M yuan, 2025: 5M yuan})`",
    "no step of `{}` leads from one end to the other": "`{1}` 的步长不能从一端到达另一端",
    "`step` is in another unit than what it steps through": "`step` 的单位与范围不同",
    "nothing that is as long as `{}` begins `{}` later": "没有与 `{1}` 一样长、又晚 `{2}` 开始的时段",
    "go through months: `{}..`": "请按月列出：`{1}..`",
    "write for example `step={}`": "例如写 `step={1}`",
    "a quantile is of a share from 0 % to 100 %": "分位数的比例在 0 % 至 100 % 之间",
    "`{}` reads each draw by itself, and `{}` all of them": "`{1}` 逐次读取抽样，而 `{2}` 读取全部抽样",
    "this is in branch `{}`": "这是在分支 `{1}`",
    "`{}` does not come after the key before it": "`{1}` 不在前一个时点之后",
    "a figure is read in one branch, and this names two": "数字只在一个分支中读取，这里写了两个",
    "`{}` is neither a date nor an age": "`{1}` 既不是日期也不是年龄",
    "write dates, as in `{2021: 8%, 2025: 5%}`, or ages with their unit, as in `{0y: 8%, 3y: 5%}`":
      "请写日期，如 `{2021: 8%, 2025: 5%}`；或带单位的年龄，如 `{0y: 8%, 3y: 5%}`",
    "`{}` does not go between {} and {}": "`{1}` 不能用在{2}与{3}之间",
    "`additional` is for the flows of a city, and a figure is what it says":
      "`additional` 用于城市的流量，而这里是一个数字",
    "`of` is for the flows of a city, and a figure says whose it is itself":
      "`of` 用于城市的流量，而数字本身已说明归属",
    "`discount` is above -100 % and at most 1,000 %": "`discount` 须高于 -100 %，至多 1,000 %",
    "`additional` is `yes` or `no`, but this is `{}`": "`additional` 应为 `yes` 或 `no`，这里是 `{1}`",
    "write for example `discount=6%`": "例如写 `discount=6%`",
    "write for example `terminal=2bn`": "例如写 `terminal=2bn`",
    ", less those of branch {}": "，减去分支 {1} 的",
    "share: of what all numbers move `{}`, each by itself: `audit {}`":
      "占比：各数字分别变动时对 `{1}` 的影响份额：`audit {2}`",
    "write for example `holdout=2021` or `holdout=2021H1..2022H1`":
      "例如写 `holdout=2021` 或 `holdout=2021H1..2022H1`",
    "go to it with `switch {}`, or choose another name": "用 `switch {1}` 转到该分支，或换一个名称",
    "make it with `branch {}`": "用 `branch {1}` 建立",
    "`{}` and `{}` have other periods: a bridge is between branches of the same":
      "`{1}` 与 `{2}` 的期间不同：差异分解只在期间相同的分支之间进行",
    "`compare {} {}` puts them beside each other": "`compare {1} {2}` 可并列对照",
    "the branch to arrive at": "目标分支的名称", "a file name": "文件名",
    "`:` and the value from then on": "`:` 和此后的值",
    "`{}` is calibrated twice": "`{1}` 校准了两次", "it stands here before": "此前已写在这里",
    "money is in prices of different years, {}: `--nominal` makes them alike":
      "各分支金额的价格年份不同，{1}：`--nominal` 可使其一致",
    "{}, which is today": "{1}，即今天", "uncertain: {}": "不确定的数字：{1}",
    "  (uncertain: {})": "  （不确定：{1}）",
    "no figure and no error is called `{}`": "没有名为 `{1}` 的数字或错误",
    "`depth` takes a whole number from 1 to 40": "`depth` 应为 1 至 40 的整数",
    "what an error means is to be read, and is no table": "错误的含义供阅读，不是表格",
    "write for example `explain tax[2030] depth=3`": "例如写 `explain tax[2030] depth=3`",
    "write the tree of a figure: `export explained.csv explain tax[2030]`":
      "可写出数字的分解：`export explained.csv explain tax[2030]`",
    "its picture is `export {} {}`": "其图为 `export {1} {2}`",
    "a file holds one picture, and these figures make {}": "一个文件只含一幅图，而这些数字要画 {1} 幅",
    "name figures of one unit, or one figure where parts are asked for": "请写单位相同的数字；要看组成时只写一个数字",
    "one of {}": "其中之一：{1}",
    "parts of a variance are those of ranges that do not go together": "方差分解只用于互不相关的区间",
    "`{} off` takes the correlation away": "`{1} off` 取消相关性",
    "parts of the variance of `{}` over {} runs": "`{1}` 的方差分解，运行 {2} 次",
    "{}, which are run unasked": "{1} 个（直接运行的上限）",
    "this list names no value": "此列表没有值",
    "`--limit` takes a whole number of cells, at most {}": "`--limit` 应为单元数（整数），至多 {1}",
    "`sweep` takes a figure behind the values": "`sweep` 在取值之后需要数字",
    "add for example `step={}`, or name values: `[A, B]`": "例如加上 `step={1}`，或列出取值：`[A, B]`",
    "{} of {} cells have no `{}`: {}": "{2} 个单元中有 {1} 个没有 `{3}`：{4}",
    "`{}` with all at their central values: {}": "全部取中间值时，`{1}` 为 {2}",
    "`{}` has no value where all are at their central values": "全部取中间值时，`{1}` 没有值",
    "`top` takes a whole number from 1 on": "`top` 应为不小于 1 的整数",
    "write for example `top=12`": "例如写 `top=12`",
    "nothing was changed in branch `{}` that is still there": "分支 `{1}` 没有可撤销的改动",
    "`{}` takes how many changes, a whole number from 1 on, and this is `{}`":
      "`{1}` 之后应为改动的个数（不小于 1 的整数），而这里是 `{2}`",
    "go back to where it was made with `switch {}`": "用 `switch {1}` 回到建立它的分支",
    "making a branch is no change of it": "建立分支不算该分支的改动",
    "no run in `{}` has an id that begins with `{}`": "`{1}` 中没有编号以 `{2}` 开头的运行",
    "`--{}` is for a file, and this goes to none": "`--{1}` 用于文件，而这里不写文件",
    "`{}` does not list `{}`": "`{1}` 没有列出 `{2}`",
    "its bytes are not those that were written: {}, and by the receipt {}":
      "字节与写出时不同：现为 {1}，回执为 {2}",
    "there is no option `--{}` here": "此处没有选项 `--{1}`",
    "`kind={}` shows the parts of one figure": "`kind={1}` 显示一个数字的组成",
    "the parts of `{}` do not add up to it": "`{1}` 的各部分相加不等于合计",
    "a fan shows the range of draws, and there is no ensemble": "扇形图显示抽样的范围，而抽样尚未开启",
    "`kind=lines` shows them beside each other": "`kind=lines` 可并列显示",
    "write for example `plot tax by=sector kind={}`": "例如写 `plot tax by=sector kind={1}`",
    "nothing moves `{}`, so there is nothing to draw": "没有数字影响 `{1}`，无图可画",
    "`explain {}` says what it is made of": "`explain {1}` 说明其组成",
    "a picture has a place for each period, and this is one value; that is for `print`":
      "图按期间排列，而这里只有一个值；请用 `print`",
    "a table has a row for each period, and this is one value; that is for `print`":
      "表格每期一行，而这里只有一个值；请用 `print`",
    "`every` takes whole years": "`every` 应为整年数",
    "choose periods with `years=2021..2030`, or see what it hangs on with `kind=tornado`":
      "用 `years=2021..2030` 选择期间，或用 `kind=tornado` 看影响因素",
    "choose rows with `years=2021..2030`": "用 `years=2021..2030` 选择各行",
    "`{}` is not {} today, {}": "`{1}` 不在今天（{3}）{2}",
    "no land is serviced": "没有熟地", "no land is occupied": "没有占用土地",
    "land is serviced for parks and phases; `{}` is over the land that firms occupy":
      "熟地按园区和分期计；`{1}` 按企业占用的土地计",
    "it differs between {}: name one": "各{1}不同：请写明其中一个",
    "change it in one of them so that both go together; `diff {} {}` shows how they differ, `show {}` what is said of it here":
      "请在其中一个分支修改，使两者相容；`diff {1} {2}` 显示差异，`show {3}` 显示此处的写法",
    "it is no database that Parkline wrote": "不是 Parkline 写出的数据库",
  ]
}
