"""Pairs of statements, labelled by hand: do they say the same, and can both be true?"""

from briefing.records.findings import ConflictType

SAME = [
    (
        "A mine collapse in Zonguldak killed 12 people.",
        "Twelve people died when a mine collapsed in Zonguldak.",
    ),
    (
        "The European Medicines Agency approved Zorvex for severe asthma.",
        "Zorvex was approved by the European Medicines Agency for severe asthma.",
    ),
    (
        "Dock workers in Valparaíso voted to strike on 4 May.",
        "Dock workers in Valparaiso voted on 4 May to strike.",
    ),
    (
        "The Elbe flood forced 4,000 people from their homes in Dresden.",
        "In Dresden, 4,000 people were forced from their homes by the Elbe flood.",
    ),
    (
        "Maria Santos won the presidential election with 52 percent of the vote.",
        "Maria Santos won the presidential election with 52% of votes.",
    ),
    (
        "The central bank raised its key rate to 5.25 percent.",
        "The central bank's key rate was raised to 5.25 percent.",
    ),
    (
        "The airline will cut 900 jobs in Lisbon.",
        "The airline is to cut 900 jobs in Lisbon by closing its base.",
    ),
    (
        "Parliament approved the pension bill by 210 votes to 180.",
        "The pension bill was approved by parliament, 210 votes to 180.",
    ),
    (
        "Fire destroyed the old town hall of Ghent.",
        "The old town hall of Ghent was destroyed by fire.",
    ),
    (
        "The regulator fined Acme Corp 40 million euros.",
        "Acme Corp was fined 40 million euros by the regulator.",
    ),
    (
        "Nurses at Karolinska hospital ended their strike.",
        "Nurses at the Karolinska hospital have ended their strike.",
    ),
    (
        "The court sentenced Ivan Petrov to nine years in prison.",
        "Ivan Petrov was sentenced by the court to nine years in prison.",
    ),
    ("The dam at Brumado burst after heavy rain.", "After heavy rain, the dam at Brumado burst."),
    (
        "Turnout in the Malawi referendum was 61 percent.",
        "Turnout was 61 percent in Malawi's referendum.",
    ),
    (
        "The company bought Nordlicht for 2 billion dollars.",
        "The company acquired Nordlicht for 2 billion dollars.",
    ),
    (
        "A blaze in a Dhaka garment factory injured 30 workers.",
        "A fire in a garment factory in Dhaka injured 30 workers.",
    ),
    (
        "The trial enrolled 1,204 patients at 15 hospitals.",
        "The trial enrolled 1204 patients at 15 hospitals.",
    ),
    (
        "Police arrested 17 protesters outside the ministry.",
        "17 protesters were arrested by police outside the ministry.",
    ),
    (
        "The bridge over the Tagliamento will close for two years.",
        "The bridge over the Tagliamento will be closed for two years.",
    ),
    ("El presidente firmó la ley de aguas.", "El presidente firmó la ley de aguas."),
    ("Die Gewerkschaft hat den Streik beendet.", "Die Gewerkschaft hat den Streik beendet."),
    (
        "Kenya's Supreme Court upheld William Ruto's victory in the presidential election.",
        "The Supreme Court of Kenya upheld the election victory of William Ruto.",
    ),
    (
        "The government declared a state of emergency in Emilia-Romagna after the floods.",
        "After the floods a state of emergency was declared in Emilia-Romagna by the government.",
    ),
    (
        "Train drivers at Deutsche Bahn walked out for 64 hours.",
        "Deutsche Bahn train drivers staged a 64-hour walkout.",
    ),
    (
        "The EPA banned the pesticide chlorpyrifos on food crops.",
        "The EPA has banned use of the pesticide chlorpyrifos on food crops.",
    ),
    (
        "Voters in Ireland rejected the amendment on care by 74 percent to 26.",
        "Ireland's voters rejected the care amendment by 74 percent to 26.",
    ),
    (
        "The company's chief executive, Lena Fors, stepped down after the recall.",
        "Lena Fors stepped down as chief executive after the recall.",
    ),
]

DIFFERENT = [
    ("Flooding killed 12 people in Dhaka.", "Flooding killed 12 people in Chittagong."),
    ("Flooding killed 12 people in Dhaka.", "Flooding killed 15 people in Dhaka."),
    ("The FDA approved Zorvex for migraine.", "The FDA approved Zorvex for asthma."),
    ("The FDA approved Zorvex for migraine.", "The FDA rejected Zorvex for migraine."),
    ("The FDA approved Zorvex for migraine.", "The FDA approved Lumitra for migraine."),
    ("Shares in Acme rose 5 percent.", "Shares in Acme fell 5 percent."),
    ("Shares in Acme rose 5 percent.", "Shares in Acme rose 7 percent."),
    ("Norland attacked Sudland at dawn.", "Sudland attacked Norland at dawn."),
    ("Norland attacked Sudland at dawn.", "Norland was attacked by Sudland at dawn."),
    ("The mayor of Porto resigned.", "The deputy mayor of Porto resigned after the audit."),
    ("Dock workers in Genoa voted to strike.", "Dock workers in Genoa did not vote to strike."),
    ("The fire at the plant killed 12 workers.", "The fire at the plant injured 12 workers."),
    ("The north wing of the museum burned down.", "The south wing of the museum burned down."),
    ("The council opened the bridge on Monday.", "The council opened the bridge on Friday."),
    (
        "The strike began before the vote in parliament.",
        "The strike began after the vote in parliament.",
    ),
    ("The party won 30 seats in the senate.", "The party lost 30 seats in the senate."),
    ("Acme hired 300 engineers in Pune.", "Acme hired 300 drivers in Pune."),
    ("The court fined Acme for price fixing.", "The court fined Acme for dumping."),
    ("The drug reduced deaths by 30 percent.", "The drug reduced costs by 30 percent."),
    ("Police arrested 17 protesters.", "Police released 17 protesters."),
    ("The union accepted the pay offer.", "The union rejected the pay offer."),
    ("Labour gained three seats in Leeds.", "Labour gained three seats in Hull."),
    (
        "The first round of the election was on 3 April.",
        "The second round of the election was on 3 April.",
    ),
    ("The ministry bought 20 helicopters from Bell.", "The ministry sold 20 helicopters to Bell."),
    ("The eruption closed the airport at Catania.", "Strikes closed the airport at Catania."),
    (
        "The vaccine is 90 percent effective in adults.",
        "The vaccine is 90 percent effective in children.",
    ),
    ("Turnout was 61 percent in Malawi.", "Turnout was 61 percent in Zambia."),
    ("Inflation in Turkey was 40 percent in 2022.", "Inflation in Turkey was 40 percent in 2023."),
    ("The prosecutor charged the driver with fraud.", "The court acquitted the driver of fraud."),
    ("Der Stadtrat hat den Haushalt beschlossen.", "Der Landtag hat den Haushalt beschlossen."),
    ("Smith scored twice against Rovers.", "Jones scored twice against Rovers."),
    ("The storm left 40,000 homes without power.", "The storm left 40,000 homes without water."),
    (
        "The coast guard said 31 passengers died when a ferry caught fire off Basilan.",
        "The coast guard said 230 passengers were rescued when a ferry caught fire off Basilan.",
    ),
    (
        "Kenya's Supreme Court upheld William Ruto's victory.",
        "Kenya's Supreme Court heard a challenge to William Ruto's victory.",
    ),
    (
        "Novo Nordisk said Wegovy cut the risk of heart attack by 20 percent.",
        "Novo Nordisk said Wegovy cut the risk of stroke by 20 percent.",
    ),
    (
        "The EPA banned the pesticide chlorpyrifos on food crops.",
        "The EPA banned the pesticide chlorpyrifos on golf courses.",
    ),
    (
        "Germany's GDL union called a strike at Deutsche Bahn.",
        "Germany's EVG union called a strike at Deutsche Bahn.",
    ),
    (
        "The storm killed 12 in Libya and 4 in Tunisia.",
        "The storm killed 4 in Libya and 12 in Tunisia.",
    ),
    ("Boeing delivered 528 aircraft last year.", "Airbus delivered 735 aircraft last year."),
    (
        "The prime minister dissolved parliament.",
        "The prime minister refused to dissolve parliament.",
    ),
    ("Brazil's exports to China rose 10 percent.", "China's exports to Brazil rose 10 percent."),
    (
        "The EU approved the Pfizer vaccine for children aged 5 to 11.",
        "The EU approved the Pfizer vaccine for children aged 12 to 15.",
    ),
    (
        "The minister met the union leaders on Tuesday.",
        "The minister met the employers on Tuesday.",
    ),
    ("The senator voted for the climate bill.", "The senator voted against the climate bill."),
    (
        "Residents of the east bank were told to leave.",
        "Residents of the west bank were told to leave.",
    ),
    ("The court cleared Ana Ruiz of bribery.", "The court found Ana Ruiz guilty of bribery."),
    ("The rebels captured Goma.", "The army recaptured Goma from the rebels."),
]

CLASHING: list[tuple[ConflictType, str, str]] = [
    (
        "how-many",
        "The ferry accident off Samar killed 12 people.",
        "The ferry accident off Samar killed 19 people.",
    ),
    (
        "how-many",
        "Flooding in Valencia left 40 people dead.",
        "Flooding in Valencia killed 62 people.",
    ),
    (
        "how-many",
        "Turnout in Malawi's referendum was 61 percent.",
        "Turnout in the referendum in Malawi was 54 percent.",
    ),
    (
        "how-many",
        "Acme will cut 900 jobs at its Lisbon plant.",
        "Acme will cut 1,400 jobs at its Lisbon plant.",
    ),
    (
        "how-many",
        "The trial of Zorvex enrolled 1,204 patients.",
        "The trial of Zorvex enrolled 860 patients.",
    ),
    (
        "how-many",
        "The regulator fined Acme 40 million euros.",
        "Acme was fined 55 million euros by the regulator.",
    ),
    (
        "how-many",
        "At least 30 workers were injured in the Dhaka factory fire.",
        "The factory fire in Dhaka injured 12 workers.",
    ),
    (
        "how-many",
        "Parliament approved the pension bill by 210 votes.",
        "Parliament approved the pension bill by 195 votes.",
    ),
    (
        "how-many",
        "The bridge in Genoa will be closed for two years.",
        "The bridge in Genoa will be closed for five years.",
    ),
    (
        "how-many",
        "Up to 200 protesters blocked the port of Haifa.",
        "About 900 protesters blocked the port of Haifa.",
    ),
    (
        "how-many",
        "The quake destroyed 300 houses in Kathmandu.",
        "The quake destroyed 450 houses in Kathmandu.",
    ),
    ("whether", "The FDA approved Zorvex for migraine.", "The FDA rejected Zorvex for migraine."),
    (
        "whether",
        "Shares in Acme rose after the merger vote.",
        "Shares in Acme fell after the merger vote.",
    ),
    (
        "whether",
        "The appeals court upheld the verdict against Petrov.",
        "The appeals court overturned the verdict against Petrov.",
    ),
    (
        "whether",
        "The union accepted the pay offer from Nordbahn.",
        "The union rejected the pay offer from Nordbahn.",
    ),
    (
        "whether",
        "The driver of the Leeds tram was convicted of fraud.",
        "The driver of the Leeds tram was acquitted of fraud.",
    ),
    ("whether", "The senate passed the water bill.", "The senate rejected the water bill."),
    (
        "who",
        "The bombing in Ankara was carried out by the Red Front.",
        "The bombing in Ankara was carried out by the Blue Army.",
    ),
    ("who", "Ivan Petrov shot the mayor of Lodz.", "Piotr Nowak shot the mayor of Lodz."),
    (
        "who",
        "Maria Santos won the mayoral election in Recife.",
        "Paulo Lima won the mayoral election in Recife.",
    ),
    (
        "who",
        "Hans Vogel founded the charity Brot in Basel.",
        "Urs Meier founded the charity Brot in Basel.",
    ),
    (
        "how-many",
        "The ferry fire off Basilan killed 31 passengers.",
        "A ferry fire off Basilan killed 28 passengers.",
    ),
    (
        "how-many",
        "The heatwave caused 1,300 deaths among pilgrims in Mecca.",
        "The heatwave in Mecca caused 577 deaths among pilgrims.",
    ),
    (
        "how-many",
        "GDP in Ghana grew 3.6 percent in the quarter.",
        "Ghana's GDP grew 4.8 percent in the quarter.",
    ),
    (
        "whether",
        "The council approved the wind farm at Skye.",
        "The council rejected the wind farm at Skye.",
    ),
    (
        "who",
        "The Kakhovka dam was destroyed by Northern forces.",
        "The Kakhovka dam was destroyed by Southern forces.",
    ),
    (
        "whether",
        "The inspector found the bridge safe in March.",
        "The inspector found the bridge unsafe in March.",
    ),
    (
        "how-many",
        "The strike at Boeing ended after 53 days.",
        "The strike at Boeing ended after 47 days.",
    ),
]

DENIED = [
    ("Dock workers in Genoa voted to strike.", "Dock workers in Genoa did not vote to strike."),
    (
        "The dam at Brumado was inspected before the flood.",
        "The dam at Brumado was never inspected before the flood.",
    ),
    ("Acme paid the ransom to the hackers.", "Acme did not pay the ransom to the hackers."),
    ("The vaccine trial in Oslo was stopped.", "The vaccine trial in Oslo was not stopped."),
]

COMPATIBLE = [
    # an amount that both allow
    (
        "At least 20 people died in the Samar ferry accident.",
        "The Samar ferry accident killed 25 people.",
    ),
    (
        "About 200 houses were destroyed in Kathmandu.",
        "The quake destroyed 210 houses in Kathmandu.",
    ),
    (
        "More than 1,000 nurses joined the strike in Leeds.",
        "1,400 nurses joined the strike in Leeds.",
    ),
    ("Turnout in Malawi was 61 percent.", "Turnout in Malawi was 61.3 percent."),
    ("Up to 300 jobs will go at Acme in Lisbon.", "Acme will cut 250 jobs in Lisbon."),
    ("Nearly 5,000 people fled Dresden.", "4,900 people fled Dresden."),
    # another noun, or another thing said of it
    ("The Samar ferry accident killed 12 people.", "The Samar ferry accident injured 19 people."),
    (
        "The Dhaka factory fire injured 30 workers.",
        "The Dhaka factory fire injured 4 firefighters.",
    ),
    ("Acme will cut 900 jobs at its Lisbon plant.", "Acme will close 4 shops at its Lisbon plant."),
    (
        "The drug reduced deaths in Norway by 30 percent.",
        "The drug reduced costs in Norway by 12 percent.",
    ),
    ("Flooding in Valencia destroyed 300 houses.", "Flooding in Valencia destroyed 45 bridges."),
    ("12 houses in the old town burned down.", "30 houses in the old town were looted."),
    # another place or party
    ("Flooding killed 12 people in Dhaka.", "Flooding killed 30 people in Chittagong."),
    ("Turnout in Malawi was 61 percent.", "Turnout in Zambia was 54 percent."),
    (
        "France voted for the resolution on Antarctica.",
        "Norway voted for the resolution on Antarctica.",
    ),
    ("Maria Santos won 52 percent of the vote.", "Paulo Lima won 45 percent of the vote."),
    (
        "Shares in Acme rose after the merger vote.",
        "Shares in Borealis fell after the merger vote.",
    ),
    ("Ivan Petrov criticised the mayor of Lodz.", "Piotr Nowak criticised the mayor of Lodz."),
    ("The FDA approved Zorvex for migraine.", "The FDA rejected Lumitra for migraine."),
    # another day
    (
        "The port of Genoa closed on Monday with 3 ships inside.",
        "The port of Genoa closed on Friday with 9 ships inside.",
    ),
    # a deed that many can do
    ("Jane Roe attended the summit in Davos.", "John Doe attended the summit in Davos."),
    (
        "Norland joined the fisheries treaty in Lisbon.",
        "Sudland joined the fisheries treaty in Lisbon.",
    ),
    # a change of both word and negation
    ("The party won the election in Recife.", "The party won the election in Olinda."),
    # the same thing in other words
    ("Fire destroyed the town hall of Ghent.", "The town hall of Ghent was destroyed by fire."),
    # a part and a whole
    (
        "12 of the 30 people on board the Samar ferry died.",
        "12 people on board the Samar ferry died.",
    ),
    # unlike matters that share names
    (
        "The central bank of Turkey raised rates to 40 percent.",
        "Inflation in Turkey reached 61 percent.",
    ),
    ("Acme hired 300 engineers in Pune.", "Acme's plant in Pune emitted 12 tonnes of solvent."),
    ("The court in Lodz heard 14 witnesses.", "The court in Lodz sentenced Petrov to 9 years."),
    ("The strike at Nordbahn lasted 3 days.", "The strike at Nordbahn cost 40 million euros."),
    ("The Elbe rose to 7 metres in Dresden.", "The Elbe flood damaged 4,000 homes in Dresden."),
    ("Smith scored 3 goals against Rovers.", "Jones scored 2 goals against Rovers."),
    (
        "The ferry fire off Basilan killed 31 passengers.",
        "A ferry capsized off Basilan with 150 passengers.",
    ),
    ("Ghana's GDP grew 3.6 percent.", "Ghana's inflation was 23 percent."),
    ("Wegovy cut the risk of heart attack by 20 percent.", "Wegovy cut body weight by 15 percent."),
    (
        "The heatwave killed 1,300 pilgrims in Mecca.",
        "The stampede killed 2,400 pilgrims in Mecca.",
    ),
    (
        "Germany beat Scotland in Munich by five goals.",
        "Germany lost to Spain in Stuttgart by one goal.",
    ),
    (
        "The first trial enrolled 300 patients in Kenya.",
        "The second trial enrolled 900 patients in Kenya.",
    ),
    (
        "Police arrested 12 people in Belgrade after the march.",
        "Police released 9 people in Belgrade after the march.",
    ),
    ("Ana Ruiz leads the party's list in Madrid.", "Luis Gil leads the opposition in Madrid."),
    ("The council approved the wind farm at Skye.", "The council rejected the solar farm at Skye."),
    ("The company employs 4,000 people in Turin.", "The company laid off 600 people in Turin."),
    ("The river rose 3 metres in Cologne.", "The river fell 1 metre in Koblenz."),
    ("Exports of wheat rose 10 percent in May.", "Exports of corn fell 4 percent in May."),
    ("Boeing delivered 528 aircraft last year.", "Boeing won orders for 1,314 aircraft last year."),
    ("The army killed 14 fighters near Goma.", "The army lost 3 soldiers near Goma."),
    (
        "Storm Ciaran cut power to 1.2 million homes in France.",
        "Storm Ciaran cut power to 10,000 homes in Cornwall.",
    ),
]
