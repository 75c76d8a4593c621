extension NewsThemes {
  static let politics: [[String]] = [
    [  // elections
      "The commission in {P} declared on Monday that {A} had won the vote with a wide lead over {B}.",
      "{a} thanked the voters, and {b}'s staff spoke of fraud in {P} and in the villages around it.",
      "Observers counted again in {P}. The anti-{a} camp called for a march, and {A} called for calm.",
      "The pro-{b} newspaper printed an empty front page, which {B} said was a misprint.",
    ],
    [  // sanctions
      "The ministers added {A} and {B} to the list of those who may not enter the Union.",
      "According to the decision, {a} signed the orders by which the factory in {P} was taken over.",
      "A lawyer of {B}'s said that an appeal would be lodged; {b} himself made no comment.",
    ],
    [  // court
      "A court in {P} opened the trial of {A} behind closed doors on Tuesday morning.",
      "The prosecutor, {B}, asked for nine years. {a} denies every charge, as does the co-accused.",
      "When the judge asked for silence, {b} sat down again. A verdict on {A} is due in {P} in June.",
      "{a}'s mother waited in the corridor and was not let in.",
    ],
    [  // diplomacy
      "Foreign envoys gathered in {P} to hear {A} speak of a truce, and {B} of its price.",
      "A {a}-led delegation will travel from {P} next week, two people close to the talks said.",
      "{b} called the paper a first step. The text, which {A} had read aloud, has eleven points.",
    ],
    [  // parliament
      "Deputies voted late at night to summon {A} before the committee on the budget.",
      "The motion came from {B}, who sits for {P}. {b} had tried the same in March, without success.",
      "Asked about it, {a} said: \"I shall come when I am asked politely.\" The chamber laughed.",
    ],
    [  // war
      "Shelling was heard near {P} through the night, and the bridge at the edge of the town is gone.",
      "General {A} said that his troops hold {P}, while {B} spoke of heavy losses on both sides.",
      "In a second statement {a} corrected the figure. From {P}, where {b} has his staff, came no word.",
    ],
    [  // protest
      "Thousands marched through {P} on Sunday with portraits of {A} and with empty pots.",
      "\"We have waited long enough,\" said {B}, who came from {P} by bus with his students.",
      "The police let {b} go after an hour. The march in support of {a} will be repeated in {P}.",
      "Shops along the route of the pro-{a} march stayed shut until the evening.",
    ],
    [  // reshuffle
      "The government of {A} resigned on Wednesday after a row over the price of bread.",
      "{B} will lead the ministry for the time being. {b} used to be mayor in {P} and has two degrees.",
      "Under the {a}-era law a new cabinet must be named within ten days; {A} is expected to obey it.",
    ],
    [  // visit
      "President {A} arrived in {P} on an early train and was met with salt and a loaf of bread.",
      "After the talks {a} and {b} walked in the park, said an aide who had arranged it for {B}.",
      "{B} had come from {P} the night before. A statement by {A} and {B} is to follow.",
    ],
    [  // prisoners
      "{A} was released from the colony near {P} on Friday, after three years and forty days.",
      "The writer {B}, who had gathered signatures for {a}, waited at the gate with a thermos flask.",
      "{b} said that others were still held in {P}. {A} asked for a telephone and a glass of water.",
    ],
    [  // border
      "Lorries stood for twelve miles outside {P} when the crossing was shut without notice.",
      "{A}, who commands the guards in {P}, blamed the computers. {B} blamed {a}.",
      "By evening {a}'s office promised to open two lanes, and {b}'s ministry promised coffee.",
    ],
    [  // corruption
      "Investigators searched three flats in {P} that they say belong to {A} and to {B}.",
      "{a} is said to have paid for them in cash. {b} keeps his in a relative's name, the paper writes.",
      "Neither {B} nor {A} was in {P} that day; the doors were opened by a locksmith.",
    ],
  ]
}
