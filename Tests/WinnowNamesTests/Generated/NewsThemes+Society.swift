extension NewsThemes {
  static let society: [[String]] = [
    [  // football
      "The cup tie in {P} ended without a goal, and the coach {A} left by the back door.",
      "{B} hit the post twice. \"{b} will score next week,\" said {a}, \"or the week after.\"",
      "The return match is in {P} in ten days. {A} has sold four players since the spring.",
    ],
    [  // athletics
      "{A} jumped two metres and three in {P}, more than anybody has this year.",
      "Second was {B}, who had flown in from {P} that morning. {b}'s coach wept.",
      "{a} will rest now. The federation has asked {A} to stay away from newspapers.",
    ],
    [  // theatre
      "The theatre in {P} opened its season with a play in which {A} is seen on a bicycle.",
      "The stage is {B}'s work. {b} built it out of doors from the railway yard in {P}.",
      "{a} received eleven curtain calls, and then the lights went out in half of {P}.",
    ],
    [  // books
      "A new life of {A} runs to nine hundred pages, and the best of them are about food.",
      "Its author, {B}, spent ten years in the archives of {P}. {b} writes that {a} hated letters.",
      "The last chapter, on {a}'s garden, was printed in {P} as a booklet some years ago.",
    ],
    [  // science
      "A telescope near {P} has seen what {A} predicted when nobody would listen.",
      "\"{a} was right,\" said {B}, who runs the laboratory in {P}. The paper will appear in autumn.",
      "{b}'s team has nine members and one heater. A prize has been named for {A}.",
    ],
    [  // energy
      "Power failed in {P} at six, and half of the country sat in the dark until nine.",
      "{A}, who heads the grid, spoke of birds. {B} spoke of sabotage, and {a} withdrew the birds.",
      "A new line from {P} is to be built by winter, if {b} finds the money for it.",
    ],
    [  // economy
      "The bank in {P} has new owners, among them {A}, and its old name is to return.",
      "{B} sold his share in May. Analysts say that {b} got less than {a} would have paid.",
      "Savers in {P} queued on Saturday. \"There is money for all,\" {A} told them through a megaphone.",
    ],
    [  // history
      "A plaque was put up in {P} where {A} had slept one night before the first war.",
      "The historian {B} doubts it: {a} was in {P} that week, {b} says, and ill with measles.",
      "The mayor will keep the plaque. A street in {P} has been named for {A} since 1990.",
    ],
    [  // weather
      "A storm took the roof off the market hall in {P}, and hail broke windows in {P}.",
      "{A}, who leads the relief, asked for tarpaulins. {B} sent four hundred from a store in {P}.",
      "By Thursday {a}'s people had covered sixty houses; {b} had gone home to sleep.",
    ],
    [  // church
      "The bells of {P} were blessed on Sunday in the presence of {A} and of two choirs.",
      "{B}, who had paid for the largest, was ill. {b}'s letter was read out by {a}.",
      "A fair followed. The bells had been cast in {P} and came by barge.",
    ],
    [  // media
      "A broadcaster from {P} has gone off the air after it showed {A} asleep in a meeting.",
      "Its editor, {B}, spoke of a fault in the aerial. {b} was seen in {P} the next day, packing books.",
      "\"I was not asleep,\" said {a}. The pictures of {A} have been seen two million times.",
    ],
    [  // medicine
      "Doctors in {P} have for the first time given a patient a heart valve made by {A}.",
      "The operation took seven hours, said {B}. {b} trained in {P} and has hands like a pianist's.",
      "{a}'s valve costs a tenth of the old one. A clinic in {P} has ordered six.",
    ],
  ]
}
