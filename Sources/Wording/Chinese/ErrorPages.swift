extension Chinese {
  /// What `explain` says of an error: its title, and its paragraph.
  public static let errorPages = pagesOfErrors.merging(furtherErrors) { first, _ in first }

  private static let pagesOfErrors = [
    "error bad-correlation":
      "不成立的相关性\n\n相关系数是两个不同的不确定数字之间 -1 至 1 的数，每对一个。几个相关系数可能互不相容：两个数字都与第三个几乎同向，彼此就不能相反。未写明相关系数的两个数字按 0 计。",
    "error bad-distribution":
      "不成立的分布\n\n分布需要合理的数字：下限小于上限，离散程度大于零，概率合计为 1。消息说明其中哪一项不成立。",
    "error bad-receipt":
      "无法据以重算的回执\n\n用 `--package` 导出的文件，回执在旁边的 `datapackage.json` 中。该文件已不是 JSON 或数据包，或者回执的脚本、语句和编号不相配。若是手工改动所致，请改回；否则请重新导出。",
    "error bad-row":
      "不能声明任何内容的行\n\n`import` 由每行声明一家企业。单元格不是数字、日期或已有名称，单元格多于或少于表头，企业既无名称也无标题，或标题已为另一企业所用，均连同行号说明。此时不导入任何内容；加 `--skip-bad` 则导入其余各行。",
    "error bad-shard":
      "不存在的抽样部分\n\n`parkline ensemble --shard I/K` 计算 K 份中的第 I 份，编号从 1 到 K。",
    "error branch-exists":
      "重复建立的分支\n\n每个分支有自己的名称。`switch` 转到已有的分支；`branches` 列出分支。",
    "error cannot-remove":
      "不能删除的内容\n\n情景的起止声明和模型自身的数字是每个情景都有的，可用 `set` 修改，不能删除。",
    "error cannot-rename":
      "不能更改的名称\n\n库中声明的名称不变，因为其他脚本引用它们；情景声明和模型没有名称。请自行声明一项，再让其他内容引用它。",
    "error certain":
      "没有不确定性的相关性\n\n两个参数各有自己的分布才谈得上相关：有区间的假设或属性。由其他数字算出的没有自己的分布。",
    "error chained":
      "两个值之后的第三个值\n\n`to` 和比较符号连接两个值，不能更多。两个比较用 `and` 连接。",
    "error circular":
      "互为依据的数值\n\n这些名称中的每一个都要先知道另一个。请给其中一个写明数值。",
    "error circular-tax":
      "相互计征的附加税\n\n附加税按另一税种计征，而该税种最终须有其他依据：销售额、利润或土地。",
    "error conflict":
      "不能同时成立的两处内容\n\n两个属性对同一事项说法不同，或一条线路回到起点。请保留其中一个。",
    "error damaged-part":
      "无法读取的抽样部分\n\n`parkline ensemble --out PART` 写出的部分带有全部内容的校验和，而这一份其后被截断或改动，或本来就不是。请重新复制，或重新运行该部分。",
    "error declared-twice":
      "已被使用的名称\n\n情景中的全部声明共用一套名称。两处位置均已列出。请换一个名称，或用 `set` 修改前一处声明。",
    "error different-periods":
      "一个算式中期间不同的数字\n\n随时间变化的数字逐年或逐步计算，因此其中各数字的期间必须相同。请限定为相同的期间，或各取一个期间。",
    "error different-spans":
      "起止不同的分支\n\n一个分支比另一分支多出多少是逐步计算的，因此两者的起止和步长须相同。请在 `scenario` 语句之后建立分支，或用 `set scenario` 修改起止。",
    "error division-by-zero":
      "除以零\n\n`/` 之后的值为零。在运行的数字中这不是错误：显示为 `–` 并说明原因。",
    "error doubled-part":
      "两个部分都含有的抽样\n\n每次抽样只计一次，因此 `parkline merge` 不接受抽样已包含在另一部分中的部分：或是副本，或是份数不同的分割。请去掉其中一个。",
    "error doubtful":
      "合法而多半并非本意的内容\n\n这是警告，不是错误：数字仍按情景计算，但其中有多半是笔误的内容，如永远等候的企业，或远离常值的数字。提示符下在引起它的语句之后立即说明，`check` 另说明常值及其出处。全部疑点见 Docs/Doubts.md。",
    "error draws-differ":
      "不能并列计算的抽样\n\n一般不会遇到：有些抽样含有其他抽样所没有的内容，不能并列计算，便逐次计算，并说明妨碍所在。",
    "error empty-list":
      "空的列表\n\n方括号中的列表至少写一项。指全部时请省去该属性。",
    "error empty-schedule":
      "没有数值的时间表\n\n时间表至少有一个日期或年龄及其数值。",
    "error ends-before-start":
      "早于开始的结束\n\n结束须晚于开始。以年份作为结束，指该年最后一天，因此 `start=2020 end=2020` 为一年。",
    "error expectation":
      "不成立的条件\n\n`expect` 写明脚本所依赖的条件。此处条件不成立；两边的值已列出，程序以 4 退出。",
    "error file":
      "不能使用的文件\n\n系统不能读取或写入此文件，原因见消息。程序因此以 5 退出。",
    "error file-exists":
      "已经存在的文件\n\n`record`、`save` 和 `export` 建立新文件。已有的文件只有加 `--over`，或由本次会话写出时才替换；`save` 也写入情景所读自的文件。再次运行的脚本替换其 `export` 上次所写的文件。",
    "error foreign-part":
      "另一次抽样的部分\n\n只有情景、库、程序版本、种子、抽样方式、抽样总次数和数字都相同的部分才能合并，这样才是同一次抽样。消息说明哪一项不同。其他版本的版式也不接受。",
    "error grouped-number":
      "括号内带分隔逗号的数字\n\n括号之外 `1,200` 是一千二百。括号之内逗号用于分隔，`max(1,200, 900)` 会是 1、200 和 900 中的最大值。因此括号内逗号之后紧跟三位数字不予接受：请去掉逗号，或在其后空一格。",
    "error in-use":
      "被其他内容引用的声明\n\n删除它会使其他内容引用的名称失去意义。请先修改那些内容，或用 `--cascade` 一并删除。",
    "error inconsistent":
      "有错误的情景\n\n`check` 检查整个情景，列出其中不成立之处，程序以 4 退出。",
    "error interrupted":
      "被要求结束的计算\n\nCtrl-C 结束当前语句。在提示符下，一切恢复到该语句之前，会话继续。脚本或管道以退出码 130 结束：已输出的内容有效，不会留下写了一半的文件。若迟迟不结束，再按一次 Ctrl-C 立即结束脚本。",
    "error library-needed":
      "修改另一库而后者没有采用的库\n\n`china-ranges` 以区间替换 `china` 的数字，因此须先采用 `china`。",
    "error memory-limit":
      "超出限额的内存\n\n`--limit-memory` 限制程序占用的内存，而此处需要更多。在提示符下，一切恢复到该语句之前；脚本以退出码 130 结束。请提高限额，或减少计算：较少的企业、较长的步长、较少的分支。",
    "error merge-conflict":
      "不一致的分支\n\n两个分支自分开或上次合并以来改动了同一处，而改法不同。这些地方全部列出：各分支怎么写、在哪里、此前是什么。没有作任何合并。请用 `set`、`remove` 或声明使双方一致，再合并一次；或以一方为准：`keep=ours` 为当前分支，`keep=theirs` 为另一分支。一方引用了另一方已删除的内容时，须先在其中一个分支修改。",
    "error missing-attribute":
      "还缺属性的声明\n\n有些属性没有合理的默认值，缺了便无从计算。`help` 加类别列出必填的属性。",
    "error missing-column":
      "没有说明企业所需内容的文件\n\n企业须有名称或标题、园区、行业和到来日期。其中某一项找不到对应的表头时，请写明是哪一列（`arrives=\"开业\"`），或写明每行相同的内容（`park=smart`）。",
    "error missing-name":
      "没有名称的声明\n\n除情景声明外，都有名称，紧跟在类别之后。",
    "error missing-part":
      "不在任何部分中的抽样\n\n`parkline merge` 须一次取齐各部分，而这些部分缺少一些抽样。请运行所列的那一份，或写上其文件。",
    "error missing-unit":
      "含义不明的数字\n\n面积、时间和价格须写单位。只有个数、比例、年数和以情景货币计的金额可以不写。",
    "error missing-value":
      "遗漏的值\n\n`=` 之后没有内容，或已是下一个属性。",
    "error mixed-keys":
      "同一时间表中的日期和年龄\n\n时间表或按日期（对各企业相同），或按年龄（自各企业投产起计），不能两者兼用；两个时间表的算式也是如此。",
  ]
}
