extension Chinese {
  /// What cannot be read: numbers, units, dates, expressions.
  static let languageErrors: [String: String] = [
    "expected {}{}": "此处应为{1}{2}", ", but {} stands here": "，而这里是 {1}",
    "the statement is complete before {}": "语句在 {1} 之前已经完整",
    "put a text with marks in it between quotes": "含标点的文字请放在引号之间",
    "`{}=` has no value": "`{1}=` 没有值",
    "this text has no closing quote": "此文字缺少右引号",
    "nothing closes this `{}`": "此 `{1}` 没有闭合",
    "more than {} operators or brackets stand one within the other here":
      "此处运算符或括号嵌套超过 {1} 层",
    "more than {} operators stand in a row here": "此处连续的运算符超过 {1} 个",
    "name parts of it, and put the names together": "请给各部分命名，再用名称组合",
    "inside brackets a comma separates, so `{}` would be {} numbers":
      "括号内的逗号用于分隔，因此 `{1}` 会成为 {2} 个数字",
    "write `{}`, or `{}` if they are several": "请写 `{1}`；若是多个数字则写 `{2}`",
    "this number is larger than any that can be stored": "此数字超出可存储的范围",
    "the result is larger than any number that can be stored": "结果超出可存储的范围",
    "this unit is beyond any that can be stored": "此单位超出可存储的范围",
    "there is no date `{}`": "没有 `{1}` 这个日期",
    "write a date from 1800 to 2300, such as `2025`, `2025H1`, `2025Q3`, `2025-06` or `2025-06-15`":
      "请写 1800 至 2300 年的日期，如 `2025`、`2025H1`、`2025Q3`、`2025-06` 或 `2025-06-15`",
    "`{}` goes between two values, and this is a third": "`{1}` 连接两个值，这里出现了第三个",
    "join two comparisons with `and`: `1 < a and a < 3`": "两个比较用 `and` 连接：`1 < a and a < 3`",
    "did you mean `{}`, {}?": "是否指 `{1}`（{2}）？",
    "`{}` is not a unit": "`{1}` 不是单位",
    "units are {}": "单位有 {1}",
    "`{}` is a unit, and a unit stands right behind its number": "`{1}` 是单位，单位紧跟在数字之后",
    "write for example `30万元/亩`, without spaces": "例如写 `30万元/亩`，中间不空格",
    "`{}` is a name, and only numbers are read here": "`{1}` 是名称，此处只读取数字",
    "`{}` is a date, not a number": "`{1}` 是日期，不是数字",
    "`{}` is not a number": "`{1}` 不是数字",
    "write a number with its unit, for example `41.5ha` or `12.35bn yuan`":
      "请写带单位的数字，例如 `41.5ha` 或 `12.35bn yuan`",
    "`{}` has several values, and one is read here": "`{1}` 有多个值，此处只读取一个",
    "this is {}, not {}": "这是{1}，不是{2}",
    "a `ramp` runs straight between its dates, and this would bend it":
      "`ramp` 在各日期之间直线变化，此处会使其弯折",
    "work the values out inside the brackets of the `ramp`": "请在 `ramp` 的括号内算出各值",
    "a schedule goes by dates or by ages, not by both": "时间表按日期或按年龄，不能两者兼用",
    "this schedule has no values": "此时间表没有值",
    "write for example `{2021: 8%, 2025: 5%}`": "例如写 `{2021: 8%, 2025: 5%}`",
    "there is no function `{}` here": "此处没有函数 `{1}`",
    "functions are {}": "函数有 {1}",
    "to divide by a name, write for example `100 / jobs`, with spaces":
      "除以名称时，例如写 `100 / jobs`，两边空格",
    "only a metric is narrowed with `[…]`, and `{}` is none": "只有指标可用 `[…]` 限定，`{1}` 不是指标",
    "`{}` takes numbers, and this is true or false": "`{1}` 用于数字，这里是真假值",
    "`{}` takes what is true or false, and this is {}": "`{1}` 用于真假值，这里是{2}",
    "compare it: `jobs[2030] > 300`": "请作比较：`jobs[2030] > 300`",
    "name its unit, for example `{} {}`": "请写明单位，例如 `{1} {2}`",
    "one of these goes by the age of a firm, and the other by periods": "两者之一按企业年龄，另一个按期间",
    "a flow over a rate of a year is a time; as a share of a year: `print {} in %`":
      "流量除以年率得到时长；要按一年的比例：`print {1} in %`",
  ]
}
