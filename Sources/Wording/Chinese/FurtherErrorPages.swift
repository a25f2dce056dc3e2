extension Chinese {
  /// Errors from `n` to `z`.
  static let furtherErrors = [
    "error name":
      "不能作为名称的词\n\n名称由任何文字的字母、数字和中间的连字符组成，以字母开头。有含义的词予以保留：类别、命令、函数、单位、指标和层级。",
    "error no-converter":
      "由其他程序生成的文件\n\n`.png` 由 `rsvg-convert` 从 svg 生成，Debian 和 Ubuntu 中它在软件包 `librsvg2-bin` 内。程序在 `PATH` 中由根目录起写明的文件夹内查找。找不到或没有生成图时，不写任何文件。`.svg` 不需要其他程序。",
    "error no-editor":
      "没有编辑器之处\n\n`edit` 在您的程序中打开情景，须有终端：在脚本中，或找不到 `VISUAL`、`EDITOR` 所指的程序时，没有编辑器。",
    "error no-ensemble":
      "没有抽样时对抽样的查询\n\n`chance`、`expected`、`quantile`、`spread`、`draw`、`worst` 和 `best` 读取抽样。`ensemble` 开启抽样。",
    "error no-facts":
      "没有事实时对事实的查询\n\n`backtest` 和 `calibrate` 把运行与报道的事实对照。没有记录事实，或留出的期间没有事实。",
    "error no-file":
      "还没有文件的情景\n\n`save` 写入最近打开或保存的文件，而这里还没有。请写明文件。",
    "error no-journal":
      "没有保留会话之处的恢复\n\n终端上的会话，在用户目录可写时保留日志。脚本和管道本身就是文件，不另保留。",
    "error no-tour":
      "没有开始的教程\n\n`tour stop`、`tour skip` 和 `tour back` 针对正在进行的教程。`tour` 开始教程，`tour 12` 从某一步开始。",
    "error needs-terminal":
      "脚本中要问人或答人的命令\n\n`new` 要提问，`tour` 要核对所输入的内容，都须有人在提示符前；在脚本或管道中不作任何改动。",
    "error no-more-time":
      "情景终点之后的前进\n\n`advance` 沿情景的年份前进，到终点为止。`rewind` 回到起点；情景的 `end` 改晚即可继续。",
    "error no-receipt":
      "没有记录的文件\n\n`verify` 查看文件所在文件夹的 `datapackage.json`，没有找到，或其中没有该文件的 Parkline 回执。`export FILE … --package` 写出回执。移动过的文件，新文件夹中须有其数据包；改名的文件，须在数据包的 `path` 中写新名称。",
    "error no-scenario":
      "没有起止年份的情景\n\n数字须知道是哪些年份的。请先写 `scenario` 语句，含开始和结束。",
    "error no-sectors":
      "没有筛选对象的准入条件\n\n准入条件看企业的产出和消耗，由其行业说明。没有行业就没有企业。",
    "error no-size":
      "无从确定规模的企业\n\n企业的规模由 `jobs`、`output`、`local_tax`、`total_tax` 和 `land` 中的一项或几项，连同行业的数字确定。此处所给不足以算出。",
    "error no-statement":
      "还没有可编辑的语句\n\n`edit last` 打开此前的一条语句。须有这样一条语句和编辑器。",
    "error no-such-date":
      "日历中没有的日期\n\n日期为 1800 至 2300 年，各月天数照常。",
    "error no-table":
      "还没有显示过的表格\n\n`last` 再次显示上一张表，而本次会话还没有显示过。`table`、`list`、`events`、`compare`、`appraise` 等显示表格。",
    "error no-value":
      "没有结果的计算\n\n有些函数对某些数没有值，如零的对数、负数的平方根。",
    "error not-a-constant":
      "只能写数字之处的名称\n\n单位的大小须先于一切确定，因此只能由数字组成。",
    "error not-a-step":
      "两步之间的日期\n\n情景按自身的步长推进，数字只在各步之末。请选择正好落在步上的日期，或缩短步长。",
    "error not-a-table":
      "不是分行文本的文件\n\n`import` 读取以逗号、分号或制表符分隔的文本，编码为 UTF-8、UTF-16 或 GB18030。工作簿须先另存为 CSV。",
    "error not-answered":
      "对已非原意的情景的查询\n\n加 `--keep-going` 时，脚本出错后继续。某项声明失败之后，数字便是另一情景的数字：此后的查询只检查自身的错误，不作回答；期望的条件按不成立计。",
    "error not-divided":
      "没有这种组成的数字\n\n并非每个数字都能按一切拆分：就业属于企业，不属于政府层级。说明列出此数字可以怎样拆分。",
    "error not-empty":
      "已有操作时的恢复或教程\n\n`recover` 以整个会话替换当前会话，连同其分支和 `undo` 所知的改动。只有尚未作任何改动时才能恢复，以免丢失。`tour` 也从空白情景开始，因为它声明的内容可能已有。",
    "error not-one-number":
      "只读一个值之处的多个值\n\n时间表或随时间变化的数字有多个值。请取其一，例如写明期间。",
    "error not-recording":
      "不能进行的记录\n\n`record off` 结束记录，而没有在记录。脚本也不能记录：它本身就是写下的内容。记录是文件，而 `-` 不是。",
    "error not-set":
      "没有给出的属性\n\n没有可取消或读取的内容：该属性没有值，也没有默认值。",
    "error not-straight":
      "会弯折的 ramp\n\n`ramp` 在各日期之间直线变化。两个 ramp 的乘积是曲线；请在括号内算出各值。",
    "error not-utf8":
      "不是文本的文件\n\n脚本为 UTF-8。消息列出含其他字节的第一行；请把文件另存为 UTF-8。",
    "error not-yet":
      "留待以后的词\n\n该词属于本语言，而这一版 Parkline 还不能处理。",
    "error nothing-to-recover":
      "恢复不存在的会话\n\n`recover` 恢复未保存即结束，或因关闭终端、断电而中断的会话。没有该编号的会话，或刚被另一窗口取走。`recover list` 列出现有的会话。",
    "error nothing-to-redo":
      "没有撤销过的改动\n\n`redo` 重做 `undo` 撤销的改动，前提是其后没有其他改动。",
    "error nothing-to-undo":
      "没有改动\n\n`undo` 逐处撤销当前分支的改动，而这里已是起点。建立分支不算改动。",
    "error one-outcome":
      "抽样结果全都一样，或太少而说明不了什么\n\n`discover` 把某事发生的未来与不发生的未来区分开。两者都要有，至少二十次抽样，并有不同之处。请问只在部分抽样中发生的事，或增加抽样次数。",
    "error other-branch":
      "不能读取之处的其他分支\n\n`FIGURE of BRANCH` 用于显示和对照数字之处。情景的内容不能读取另一分支：情景由其内容决定，而另一分支可能改动或删除。涉及某一分支自身数字的查询，请先用 `switch` 转到该分支。",
    "error out-of-order":
      "日期不递增的时间表\n\n时间表的每个日期或年龄须在前一个之后。",
    "error out-of-range":
      "超出合理范围的值\n\n每个属性都有界限，见消息。超出的值多半是单位或数量级的笔误。",
    "error outside-span":
      "情景不含的期间\n\n数字自情景起点至终点；超出的范围不会按部分作答。请延长情景，或缩小范围。并列的各分支，只能查询各分支共有的年份。",
    "error pledge-too-small":
      "低于应缴税额的承诺\n\n有些税不取决于企业的产出：按土地、房屋和工资总额计征的税。低于这些税的承诺推不出产值；同时写有 `output` 时，其他税将小于零。",
    "error receipt-differs":
      "与回执不符的文件\n\n`verify` 把文件与回执核对，重新运行回执中的情景，并逐个比较数字。说明列出不同的行和列、文件中的值和运行的值。数字相同而字节不同，是有人另存了文件，表格软件便会如此。",
    "error replay-circle":
      "相互调用的脚本\n\n直接或间接调用自身的脚本永远不会结束。",
    "error result-among-inputs":
      "输入之处的结果\n\n数字由运行得出，因此运行的输入不能由数字算出。自定义的指标可以：`metric tax-per-job = tax / jobs`。",
    "error safe":
      "不予读写的文件\n\n`--safe` 之下，无论文件名如何，语句都不读写文件，脚本也不能改变这一点；只读取命令行上写明的脚本。`save -` 和 `export -` 写到标准输出，命令行可将其存为文件。",
    "error same-branch":
      "与自身对照的分支\n\n`appraise against` 之后应为当前分支以外的分支，当前分支是被评价的分支。`switch` 转到另一分支。",
    "error shares-do-not-add-up":
      "有一部分没有归属的税\n\n税收归中央、省和地方，或所用库的各层级。各比例合计须为 100 %。",
    "error syntax":
      "无法读取的语句\n\n此处应为其他内容。`help` 加第一个词，显示该语句的写法。",
    "error time-limit":
      "超出限额的时间\n\n`--limit-time` 限制脚本的用时，在提示符下限制每条语句的用时。在提示符下，一切恢复到该语句之前；脚本以退出码 130 结束。请提高限额，或减少计算。",
    "error too-deep":
      "嵌套过深的算式\n\n括号和函数可以嵌套 200 层。并列的值（`a + b + …`）不占层次；一行可有 5,000 个运算符。请用 `assume` 或 `metric` 拆开算式：名称引用名称的层数不限。",
    "error too-few-facts":
      "数字多于事实\n\n每个待求的数字需要一项事实；事实较少时，符合全部事实的数字有无数组。请增加观测，或减少校准的数字。",
    "error too-large":
      "超出一切数字的数\n\n数字的大小约到 1.8e308。更大的多半是笔误；企业的推算规模则以任何企业可能达到的为限。",
    "error too-many-cells":
      "运行过多的网格\n\n`sweep` 的每个单元运行一次情景。超过 10,000 个单元多半是步长的笔误；若确有需要，用 `--limit` 写明可运行多少。",
    "error too-many-draws":
      "超出逐次保留上限的抽样\n\n分支对照逐次进行，评价的价值和秩相关也是如此：所需的是每次抽样的值，不只是统计量。这类抽样至多保留八百万次；数字、表格和文件可以更多。",
    "error too-much-money":
      "超出可精确到分的金额\n\n金额精确计算，上限为9万万亿元。",
    "error twice":
      "写了两次的内容\n\n属性、列表中的名称或期间在一条语句中写了两次。请保留一个。",
    "error unclosed":
      "没有闭合的括号或引号\n\n括号或引号未闭合时，语句跨行继续，因此没有闭合的会把其后全部内容包含在内。",
    "error unknown-attribute":
      "类别或命令没有的属性\n\n说明列出已有的属性；`help` 加类别说明其含义，`help` 加属性说明它在各命令中的含义。",
    "error unknown-branch":
      "不存在的分支\n\n分支用 `branch NAME` 建立，用 `branches` 列出。最初的分支名为 `main`。",
    "error unknown-change":
      "不存在的改动\n\n`log` 列出当前分支的改动及编号；`undo to` 和 `redo to` 之后写其中一个。各分支分别编号。",
    "error unknown-choice":
      "不在选项之内的词\n\n有些属性只能取几个词之一。",
    "error unknown-column":
      "文件中没有的列\n\n`import` 中 `=` 之后写列的表头（含空格时写在引号中），或每行相同的值。此处两者都不是。",
    "error unknown-command":
      "以不认识的词开头的语句\n\n语句以命令（如 `table`）或类别（如 `park`）开头。`help` 列出两者。",
    "error unknown-format":
      "不存在的格式\n\n文件的扩展名决定 `export` 写出的格式；`last` 直接写格式名称。有 csv、tsv、json、ndjson 和 md，`export` 另有 sqlite、svg 和 xlsx。",
    "error unknown-function":
      "不存在的函数\n\n括号之前的词不是函数，也不是分布。",
    "error unknown-id":
      "不对应运行或对应多次运行的编号\n\n`replay` 和 `open` 按情景编号的前几位（至少六位），在文件夹的 `datapackage.json` 中查找其回执。说明列出其中已有的运行。几个编号开头相同时请多写几位。",
    "error unknown-kind":
      "不存在的类别\n\n`list` 列出某一类别的声明。类别即声明开头的词。",
    "error unknown-library":
      "不存在的库\n\n库是内置的；自己的脚本用 `replay` 加入。",
    "error unknown-metric":
      "不存在的数字\n\n`help metrics` 列出运行的数字。各税种的数字写作 `tax.` 加名称，有该税种才有。",
    "error unknown-name":
      "没有对应内容的名称\n\n脚本可以先引用后声明，但到结尾时每个名称都须有对应的声明。",
    "error unknown-option":
      "不存在的选项\n\n选项以 `--` 开头，属于某一命令；`help` 加命令列出其选项。",
    "error unknown-topic":
      "`help` 和 `explain` 不认识的主题\n\n主题有命令、类别、属性、指标、单位和错误的名称。",
    "error unknown-unit":
      "不存在的单位\n\n数字之后的词不是单位。大小写有别：`M` 是百万，`min` 是分钟，`m2` 是面积。情景可用 `unit` 自定单位。",
    "error unread-fact":
      "运行读不到的事实\n\n它是情景之前或之后的观测。予以保留，`backtest` 列出它但没有对照的数字。",
    "error unread-key":
      "没有用处的时点\n\n有些数字只读取一次：分期的在开工时，企业的用地和 `build` 在到来时，城市的 `gdp` 在情景起点。时间表中其他时点的值便没有用处。请写该时刻的数字；分期逐年的支出写作 `spending`，且只在建设期间有效。情景终点之后、带动因素 `until` 之后的值也不读取。",
    "error wrong-count":
      "函数的项数过少或过多\n\n消息说明需要几项。",
    "error wrong-dimension":
      "量纲不同的值\n\n属性与值所计量的不同，如应为面积之处写了金额。该类别另有属性可用此值时，予以提示。",
    "error wrong-kind":
      "另一类内容\n\n名称属于另一类别，应为数字处写了文字，或应为数字处是真假值：这个值存在，但不适用于此处。",
    "error wrong-park":
      "另一园区的分期\n\n企业入驻其所在园区的分期。",
    "error wrong-way":
      "在今天另一侧的日期\n\n`advance` 到较晚的日期，`rewind` 到较早的日期。",
  ]
}
