/**
 * Names of people in use in the United Kingdom, by where they come from, written here from common knowledge; the lists of faker.js are added to them.
 * `given` and `family` are what people are called first and last; nicknames are among the given.
 */
export interface NameList {
  given: string[];
  family: string[];
}

const list = (given: string, family: string): NameList => ({ given: given.trim().split(/\s+/), family: family.trim().split(/\s+/) });

export const NAMES: Readonly<Record<string, NameList>> = {
  english: list(
    `Aaron Abbie Abigail Ada Adam Adele Adrian Aidan Aiden Aimee Alan Alana Albert Albie Alec Alex Alexa Alexander Alexandra Alf Alfie Alfred Alice Alicia Alison Alistair Allan Allison
    Amanda Amber Amelia Amy Andrea Andrew Andy Angela Angie Anita Ann Anna Annabel Annabelle Anne Annette Annie Anthony Antony April Archie Arlo Arthur Ashleigh Ashley Ashton Audrey
    Ava Aubrey Barbara Barney Barry Bart Beatrice Becca Becky Bella Ben Benjamin Benny Bernadette Bernard Bernice Bert Bertie Beryl Bess Beth Bethan Bethany Betsy Betty Beverley Bev Bill
    Billie Billy Blake Bob Bobby Bonnie Brad Bradley Brandon Brenda Brett Brian Bridget Brooke Bruce Bryan Bryony Callum Calvin Cameron Camilla Carl Carla Carly Carol Carole Caroline
    Carrie Casey Cassie Catherine Cathy Cecil Cecilia Chantelle Charlene Charles Charley Charlie Charlotte Chelsea Cherie Cherry Cheryl Chloe Chris Chrissie Chrissy Christian Christina
    Christine Christopher Cindy Claire Clara Clare Clarence Claudia Clement Cliff Clifford Clive Colin Colleen Connie Connor Constance Cora Corey Craig Crystal Cynthia Cyril Daisy Dale
    Damian Damien Dan Daniel Danielle Danny Daphne Darcey Darcy Darrell Darren Dave David Davey Dawn Dean Deb Debbie Deborah Debra Deirdre Delia Denis Denise Dennis Derek Desmond Dexter
    Di Diana Diane Dianne Dick Dolly Dominic Don Donald Donna Doreen Doris Dorothy Dot Dottie Doug Douglas Duncan Dylan Eddie Edgar Edie Edith Edmund Edna Edward Edwin Eileen Elaine
    Eleanor Elena Eli Elijah Eliot Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Elsa Elsie Emily Emma Emmie Enid Eric Erica Erin Ernest Ernie Esme Esmé Estelle Esther Ethan Ethel Eva
    Evan Eve Evelyn Evie Faith Fay Faye Felicity Felix Fern Finley Finn Fiona Flo Flora Florence Frances Francesca Francis Frank Frankie Franklin Fred Freda Freddie Freddy Frederick Freya
    Gabriel Gabriella Gail Gareth Garry Gary Gavin Gaynor Gemma Geoff Geoffrey George Georgia Georgie Georgina Gerald Geraldine Gerard Gertrude Gill Gillian Gina Giles Gladys Glen Glenda
    Glenn Gloria Gordon Grace Gracie Graeme Graham Grant Greg Gregory Greta Guy Gwen Gwyneth Hannah Harold Harley Harriet Harrison Harry Harvey Hattie Hayden Hayley Hazel Heather Heidi
    Helen Helena Henrietta Henry Herbert Hetty Hilary Hilda Holly Hope Howard Hugh Hugo Ian Ida Imogen India Ingrid Irene Iris Isaac Isabel Isabella Isabelle Isla Isobel Ivan Ivor Ivy Jack
    Jackie Jackson Jacob Jacqueline Jacqui Jade Jake James Jamie Jan Jane Janet Janette Janice Janine Jared Jasmine Jason Jasper Jay Jayden Jayne Jean Jeanette Jeff Jeffrey Jemima Jemma
    Jen Jenna Jennie Jennifer Jenny Jeremy Jerry Jess Jesse Jessica Jessie Jill Jillian Jim Jimmy Jo Joan Joanna Joanne Jodie Jody Joe Joel Joey John Johnny Jon Jonah Jonathan Jonny Jordan
    Joseph Josephine Josh Joshua Josie Joss Joy Joyce Juan Jude Judith Judy Julia Julian Julie Juliet June Justin Justine Karen Karin Karl Kat Kate Katherine Kathleen Kathryn Kathy Katie
    Katy Kay Kaye Kayleigh Keeley Keira Keith Kelly Kelvin Ken Kenneth Kenny Kerry Kev Kevin Kieran Kim Kimberley Kirk Kirsty Kit Kitty Kurt Kyle Kylie Lara Larry Laura Lauren Laurence
    Lawrence Layla Leah Leanne Lee Leigh Len Lena Lenny Leo Leon Leonard Leonie Les Lesley Leslie Lester Lewis Lexi Liam Libby Lil Lila Lilian Lillian Lillie Lilly Lily Linda Lindsay
    Lindsey Lionel Lisa Liz Lizzie Lloyd Logan Lois Lola Lorna Lorraine Lottie Lou Louie Louis Louisa Louise Luca Lucas Lucinda Lucy Luke Lydia Lyn Lynda Lyndsey Lynette Lynn Lynne
    Mabel Mackenzie Maddie Madeleine Madison Maggie Maisie Malcolm Mandy Marc Marcia Marcus Margaret Margery Margot Maria Marian Marianne Marie Marilyn Marion Marjorie Mark Marlene Marlon
    Martha Martin Martyn Marvin Mary Mason Mathew Matilda Matt Matthew Maud Maude Maura Maureen Maurice Mavis Max Maxine Maxwell May Megan Mel Melanie Melinda Melissa Melvin Meryl Mia
    Michael Michaela Michelle Mick Mickey Mike Mildred Miles Millicent Millie Milly Milo Minnie Miranda Miriam Mitch Mitchell Moira Mollie Molly Mona Monica Morag Morgan Morris Muriel Mya
    Myra Myrtle Nadia Nadine Nan Nancy Naomi Natalie Natasha Nathan Nathaniel Neil Nell Nellie Nelson Nettie Neville Niall Nicholas Nick Nicky Nicola Nicole Nige Nigel Nina Noah Noel
    Noelle Nora Norah Noreen Norma Norman Norris Olive Oliver Olivia Ollie Oscar Oswald Otis Owen Paige Pam Pamela Pat Patience Patricia Patrick Patsy Patty Paul Paula Paulette Pauline
    Pearl Peggy Penelope Penny Percy Perry Pete Peter Petra Phil Philip Philippa Phillip Phoebe Phyllis Pippa Polly Poppy Priscilla Prudence Queenie Rachael Rachel Ralph Ramona Ray Raymond
    Rebecca Reece Reg Reggie Reginald Rene Rhoda Rhys Ricardo Rich Richard Richie Rick Ricky Riley Rita Rob Robbie Robert Roberta Robin Robyn Rod Roderick Rodney Roger Roland Ron Ronald
    Ronnie Rory Rosa Rosalind Rosamund Rose Rosemary Rosie Ross Rowan Rowena Roxanne Roy Ruby Rufus Rupert Russ Russell Ruth Ryan Sadie Sally Sam Samantha Sammy Samuel Sandra Sandy Sara
    Sarah Saskia Saul Savannah Scarlett Scott Sean Sebastian Selina Serena Seth Shane Shannon Sharon Shaun Shaz Sheila Shelley Sherry Shirley Sian Sid Sidney Sienna Simon Simone Skye Sofia
    Sonia Sonja Sonya Sophia Sophie Spencer Stacey Stacy Stan Stanley Stella Steph Stephanie Stephen Steve Steven Stewart Stu Stuart Sue Summer Susan Susannah Susie Suzanne Suzy Syd
    Sylvia Tabitha Tamara Tammy Tamsin Tania Tanya Tara Tasha Taylor Ted Teddy Terence Teresa Terri Terry Tess Tessa Thea Thelma Theo Theodore Theresa Thomas Tia Tiffany Tilly Tim Timothy
    Tina Toby Todd Tom Tommy Toni Tony Tori Tracey Tracy Travis Trevor Tricia Trina Trish Tristan Trudy Tyler Una Ursula Val Valerie Vanessa Vera Verity Vernon Veronica Vic Vicki Vickie
    Vicky Victor Victoria Vince Vincent Viola Violet Virginia Viv Vivian Vivien Vivienne Wallace Wally Walter Wanda Warren Wayne Wendy Wes Wesley Wilbur Wilf Wilfred Will William Willie
    Willow Wilma Winifred Winnie Winston Daz Shaz Gaz Baz Bazza Gazza Jonno Robbo Deano Kezza Tez Chaz Moz Jez Loz Trish Tosh Wills Becks Caz Maz Naz Taz Ste Tel Del Jase Kaz Yvette Yvonne Zac Zach Zachary Zak Zane Zara Zena Zoe`,
    `Abbott Abraham Ackroyd Adams Adamson Addison Ainsworth Aldridge Alexander Allan Allen Allison Ambrose Anderson Andrews Appleby Appleton Archer Armitage Armstrong Arnold Ashby Ashcroft
    Ashton Ashworth Aspinall Atherton Atkins Atkinson Austin Ayres Bailey Bainbridge Baker Baldwin Ball Bamford Banks Bannister Barber Barclay Barker Barlow Barnes Barnett Baron Barr
    Barratt Barrett Barron Barrow Barry Bartlett Barton Bassett Bateman Bates Batty Baxter Beasley Beaumont Beck Beckett Bell Bennett Benson Bentley Berry Best Bevan Bibby Biggs Billington
    Bingham Birch Bird Birkett Bishop Black Blackburn Blackwell Blair Blake Blakey Bloom Bolton Bond Bone Booth Bostock Bowden Bowen Bowers Bowes Bowker Bowles Bowman Boyce Boyd Boyle
    Bradbury Bradford Bradley Bradshaw Brady Bramley Bray Brennan Brett Brewer Bridges Briggs Bright Bristow Broadbent Brook Brooks Broughton Brown Browne Browning Bruce Bryan Bryant Buchanan
    Buck Buckley Bull Bullock Bunting Burden Burgess Burke Burnett Burns Burrows Burton Bush Butcher Butler Butterworth Buxton Byrne Cahill Cain Cairns Calderwood Callaghan Calvert Cameron
    Campbell Cann Cannon Carey Carlisle Carlton Carney Carpenter Carr Carroll Carson Carter Cartwright Casey Cassidy Castle Chadwick Chambers Chandler Chapman Charlton Chester Chilvers Christie
    Church Clark Clarke Clarkson Clayton Clegg Clements Cliffe Clough Coates Cockburn Cole Coleman Coles Collier Collins Colman Compton Connell Connolly Connor Conway Cook Cooke Cookson
    Coombes Cooper Corbett Corcoran Costello Cotton Coulson Coulter Court Cowan Cowell Cowley Cox Coyle Craig Cramer Craven Crawford Crawley Creasey Cresswell Croft Crompton Cross Crossley
    Crosby Crouch Crowe Crowther Croxford Cullen Cummings Cunningham Curran Currie Curry Curtis Dale Dalton Daly Daniels Darby Davenport Davey Davidson Davies Davis Davison Dawes Dawson Day
    Deacon Dean Delaney Dempsey Denham Dennis Dent Derbyshire Devine Devlin Dewhurst Dickens Dickinson Dickson Dixon Dobson Dodd Dodds Doherty Dolan Donaldson Donnelly Donovan Doran Dougherty
    Douglas Dowling Downes Downing Doyle Drake Draper Drew Driscoll Drummond Duckworth Dudley Duffy Duggan Duncan Dunlop Dunn Dunne Durham Dutton Dwyer Dyer Dyson Eastwood Eaton Eccles Eden
    Edmonds Edwards Egan Eldridge Elliot Elliott Ellis Ellison Emery England Entwistle Evans Everett Fairclough Fairhurst Farley Farmer Farrell Faulkner Fellows Fenton Ferguson Field Fielding
    Fields Finch Finlay Finn Fish Fisher Fitzgerald Fitzpatrick Fitzsimmons Flanagan Fleming Fletcher Flood Flynn Foley Forbes Ford Foreman Forrest Forster Forsyth Foster Fowler Fox Foxley
    France Francis Franklin Fraser Freeman French Frost Fry Fuller Furness Gale Gallagher Galloway Gannon Gardener Gardiner Gardner Garner Garnett Garratt Garside Gaskell Gibbons Gibbs Gibson
    Gilbert Giles Gill Gillespie Gilmore Glover Goddard Godfrey Godwin Gold Golding Goldsmith Gooch Goodall Gooding Goodman Goodwin Gordon Gorman Gough Gould Grace Grady Graham Grainger Grant
    Graves Gray Grayson Greaves Green Greene Greenhalgh Greenwood Greer Gregory Grey Griffin Griffith Griffiths Grimes Grimshaw Groves Grundy Gunn Guthrie Hackett Haigh Haines Hale Hall Halliwell
    Hamer Hamilton Hammond Hampson Hampton Hancock Hanlon Hanson Harcourt Harding Hardman Hardwick Hardy Hargreaves Harker Harper Harrington Harris Harrison Harrop Hart Hartley Harvey Harwood
    Haslam Hastings Hatton Hawkins Hawkes Hawley Haworth Hayes Haynes Hayward Head Healey Healy Heath Heaton Hebden Henderson Henry Henshaw Hepburn Herbert Heron Hewitt Hibbert Hickey Hicks
    Higginbotham Higgins Higgs Higson Hill Hilton Hindley Hinton Hirst Hobbs Hobson Hodge Hodges Hodgkinson Hodgson Hodson Hogan Hogg Holden Holder Holding Holdsworth Holland Holliday Hollins
    Holloway Holman Holmes Holroyd Holt Hood Hooper Hope Hopkins Hopkinson Horne Horner Hornby Horton Houghton Houston Howard Howarth Howe Howell Howells Howes Hoyle Hubbard Huddleston
    Hudson Huggins Hughes Hull Hulme Hume Humphrey Humphreys Humphries Hunt Hunter Hurley Hurst Hussey Hutchings Hutchinson Hutton Hyde Ibbotson Inglis Ingham Ingram Irving Irwin Ives Jackson
    Jacobs James Jameson Jamieson Jardine Jarvis Jeffery Jeffries Jenkins Jenkinson Jennings Jepson Johns Johnson Johnston Johnstone Jolly Jones Jordan Joseph Joyce Judd Kane Kavanagh Kay
    Keane Kearns Keating Keeley Keen Kelleher Kelly Kemp Kendall Kennedy Kenny Kenyon Kerr Kershaw Kidd Kilgour King Kingston Kirby Kirk Kirkham Kirkpatrick Kirkwood Kitchen Knight Knowles
    Knox Lacey Laing Laird Lamb Lambert Lancaster Lane Lang Langford Langley Langton Larkin Law Lawler Lawrence Lawson Lawton Leach Leary Leckie Ledger Lee Lees Leigh Lennon Lennox Leonard
    Leslie Lester Lever Levy Lewis Liddell Lilley Lindley Lindsay Linton Lister Little Livesey Livingstone Lloyd Lock Locke Lockwood Lodge Logan Lomas Long Longbottom Longden Lord Love Lovell
    Lowe Lucas Lund Lynch Lyons Mackay Mackenzie Mackie Macleod Macmillan Madden Magee Maguire Maher Mahoney Main Mallett Malone Maloney Mann Manning Mansfield Markham Marks Marriott Marsden
    Marsh Marshall Marston Martin Martindale Mason Massey Masters Mather Matthews Maxwell May Mayer Maynard McAllister McAuley McBride McCabe McCall McCann McCarthy McCartney McClean McCluskey
    McConnell McCormack McCormick McCulloch McDermott McDonald McDonnell McDowell McElroy McEvoy McEwan McFadden McFarlane McGee McGill McGinty McGowan McGrath McGregor McGuigan McGuinness
    McGuire McHugh McInnes McIntosh McIntyre McKay McKee McKenna McKenzie McKeown McKinley McKinnon McLaren McLaughlin McLean McLeod McMahon McManus McMillan McNally McNamara McNeill McNicol
    McPherson McQueen McVey Meadows Mellor Mercer Meredith Merrick Metcalfe Middleton Miles Millar Miller Milligan Mills Millward Milne Milner Milton Mistry Mitchell Moffat Molloy Moloney Monk
    Monroe Montgomery Moody Mooney Moore Moran Moreton Morgan Moriarty Morley Morris Morrison Morrissey Morrow Mortimer Morton Moss Mottram Mountford Moyle Muir Mulligan Mullins Munro Murdoch
    Murphy Murray Musgrave Nash Naylor Neal Neale Neil Nelson Nesbitt Neville Newbold Newell Newman Newton Nicholas Nicholls Nichols Nicholson Nightingale Nixon Noble Nolan Norman Norris North
    Norton Nugent Nuttall Oakes Oakley Oates Ogden Oldfield Oldham Oliver Openshaw Ormerod Orr Osborn Osborne Owen Owens Pacey Packer Page Paine Painter Palmer Park Parker Parkes Parkin
    Parkinson Parr Parry Parsons Partington Partridge Pascoe Paterson Patterson Paton Payne Peacock Pearce Pearson Peel Pemberton Pendlebury Pepper Percival Perkins Perry Peters Phelps Philips
    Phillips Philpott Pickering Pickles Pickup Pike Pilkington Pitt Platt Plummer Pollard Pollock Poole Pope Porter Potter Potts Powell Power Pratt Prescott Preston Price Priestley Prince
    Pringle Prior Pritchard Proctor Pryce Pugh Pullen Purcell Purdy Quigley Quinn Radcliffe Radford Rae Rafferty Ramsay Ramsden Ramsey Randall Rankin Ratcliffe Rawlings Rawlinson Rawson Rayner
    Read Reade Redfern Redman Redmond Reed Rees Reeve Reeves Regan Reid Reilly Rennie Renshaw Reynolds Rhodes Rice Richards Richardson Richmond Ridley Rigby Riley Rimmer Ritchie Roach Robbins
    Roberts Robertson Robins Robinson Robson Roche Rodgers Rogers Rogerson Rooney Roper Rose Ross Rothwell Rourke Rowan Rowbotham Rowe Rowland Rowlands Rowley Roy Royle Rudd Rush Rushton
    Russell Rutherford Ryan Ryder Sadler Sales Salmon Salt Salter Samuels Sanders Sanderson Sands Sansom Sargent Saunders Savage Sawyer Saxton Schofield Scott Seddon Sefton Sellers Seymour
    Shackleton Shannon Sharp Sharpe Sharples Shaw Shea Sheldon Shelton Shepherd Sheppard Sheridan Sherman Sherwood Shields Shipley Short Siddall Silcock Simmonds Simmons Simms Simons Simpson
    Sims Sinclair Singleton Skelton Skinner Slack Slade Slater Sloan Small Smart Smith Smithson Smyth Snell Snow Snowden Sommerville Southern Southworth Sparks Speight Spencer Spicer Spooner
    Squires Stacey Stafford Stamp Standish Stanley Stanton Stark Steel Steele Stephens Stephenson Sterling Stevens Stevenson Stewart Stirling Stock Stocks Stokes Stone Stott Strange Street
    Stringer Strong Stuart Stubbs Styles Sugden Sullivan Summers Sumner Sutcliffe Sutherland Sutton Swain Swan Swann Sweeney Swift Sykes Symonds Talbot Tanner Tasker Tate Tattersall Taylor Telford
    Temple Templeton Terry Thistlethwaite Thomas Thompson Thomson Thorburn Thorne Thornhill Thornley Thornton Thorpe Threlfall Thwaites Tierney Tiller Timms Tindall Tipping Titterington Tobin
    Todd Tomlinson Tompkins Toms Tongue Toomey Topham Topping Townend Townsend Tracey Travers Travis Tregenza Trotter Troughton Tucker Tully Turnbull Turner Turpin Turton Twigg Tyler Tyrrell
    Tyson Underhill Underwood Unsworth Upton Valentine Vaughan Venables Vernon Vickers Vincent Wade Wadsworth Wagstaff Wainwright Waite Wakefield Walden Walker Wall Wallace Waller Wallis Walls
    Walmsley Walsh Walters Walton Warburton Ward Wardle Ware Waring Warner Warren Warrington Warwick Waterhouse Waterman Waters Watkins Watkinson Watson Watt Watts Weaver Webb Webber Webster
    Welch Weller Wells Welsh West Westbrook Westwood Weston Whalley Wharton Wheatley Wheeler Wheldon Whelan Whitaker White Whitehead Whitehouse Whitfield Whiteley Whiteside Whiting Whitmore
    Whittaker Whittington Whittle Whitworth Whyte Wilcox Wild Wilde Wilding Wilkes Wilkie Wilkins Wilkinson Wilks Willetts Williams Williamson Willis Willoughby Wills Wilshaw Wilson Wilton
    Winder Windsor Winstanley Winter Winterbottom Winters Wise Witham Withers Wolfe Wolstenholme Wood Woodcock Woodhead Woodhouse Woodruff Woods Woodward Woolley Wootton Worrall Worsley Worth
    Worthington Wragg Wray Wren Wright Wyatt Wylie Wynne Yardley Yates Yeates Yeoman York Young Younger`,
  ),
  celtic: list(
    `Aberash Ailsa Aine Aisling Aled Alun Alwyn Angharad Angus Anwen Aoife Bethan Blodwen Bran Breda Brendan Brid Bridie Bronwen Bryn Caitlin Calum Carwyn Caoimhe Cara Carys Catrin Ceri Cerys
    Ciara Ciaran Cillian Clodagh Conor Cormac Daithi Darragh Deirdre Delyth Dermot Dewi Diarmuid Donal Donnacha Dougal Dyfed Eamon Eilidh Eimear Eirwen Eithne Eleri Elin Elis Elwyn Emer
    Emlyn Emrys Eoghan Eoin Ewan Ewen Fergal Fergus Ffion Fingal Fionnuala Fraser Geraint Glenys Glyn Grainne Gruffydd Gwen Gwenda Gwyn Gwyneth Hamish Heulwen Hywel Iain Idris Ieuan
    Ifan Ifor Iolo Iona Ishbel Islay Iwan Keir Kiera Lachlan Llinos Llyr Lleucu Llywelyn Lowri Mabli Macsen Maeve Mairead Mairi Malachy Mared Meinir Meirion Menna Mhairi Moira Morag Morwenna
    Muireann Mungo Myfanwy Nerys Nesta Niall Niamh Nia Non Nuala Oisin Olwen Oonagh Orla Orlaith Osian Padraig Padraic Peredur Proinsias Rhian Rhiannon Rhodri Rhona Rhydian Rhys Roisin Ronan
    Rory Ruaridh Saoirse Seamus Sean Senga Seren Shona Sian Sile Siobhan Sioned Sinead Sorcha Steffan Struan Tadhg Taran Teagan Tegan Teleri Tiernan Tomos Torquil Wyn Ywain`,
    `Ahern Beattie Bevan Boland Bowen Brennan Breslin Brogan Buchan Cadwallader Cahalane Carmichael Carrigan Caffrey Coghlan Colquhoun Comerford Conneely Conroy Considine Coughlan Cowie Crowley Cusack
    Dafydd Deasy Devaney Dinsdale Doogan Duggan Eynon Fahey Fallon Farquhar Feeney Finnegan Finnerty Flaherty Fogarty Furlong Gaffney Galbraith Geoghegan Geraghty Gethin Gilchrist Gilhooly Gillan
    Glynn Gwilym Gwynne Hanley Hannigan Hanrahan Haughey Hegarty Hennessy Heaney Hopcyn Hoban Horgan Hourihan Hughes Irvine Jenkyn Keegan Keenan Kehoe Kenneally Kerrigan Kiernan Kilbride
    Killeen Kinsella Lafferty Lally Larkin Lavery Leahy Lenihan Llewellyn Llewelyn Lonergan Looney Lowry MacAskill MacBeth MacDonald MacDougall MacGregor MacInnes MacIntyre MacIver MacLean MacLennan
    MacNeil MacPherson MacRae Mabon Maddock Mallon Mannion McAleese McAteer McAvoy McClelland McCrory McCusker McGlynn McGonagle McGurk McIlroy McIlwraith McKenzie McLoughlin McMenamin McNulty
    McShane McSweeney McTaggart Menzies Morgan Mostyn Moynihan Mulcahy Muldoon Mulholland Mulvey Murtagh Nestor Niven Nolan O'Brien O'Byrne O'Callaghan O'Carroll O'Connell O'Connor O'Dea O'Doherty O'Donnell
    O'Donoghue O'Donovan O'Driscoll O'Dwyer O'Farrell O'Flynn O'Gara O'Gorman O'Grady O'Hagan O'Halloran O'Hanlon O'Hara O'Keefe O'Keeffe O'Kane O'Leary O'Loughlin O'Mahony O'Malley O'Meara O'Neil O'Neill
    O'Regan O'Reilly O'Riordan O'Rourke O'Shea O'Sullivan O'Toole Parry Penhaligon Petrie Phelan Pollok Powys Prendergast Probert Prosser Prydderch Pugh Quirke Rafter Rhydderch Roddick Ruane Sheehan
    Sheehy Tansey Tiernan Trelawney Tremayne Trevelyan Treharne Tudor Tyrell Twomey Urquhart Vaughan Wogan`,
  ),
  southAsian: list(
    `Aadil Aaliyah Aamir Aarav Aasif Abdul Abdullah Abid Abida Adeel Adil Adnan Aftab Ahmad Ahmed Aisha Ajay Ajit Akash Akbar Akhtar Akram Akshay Alia Aliya Alok Aman Amandeep Amar Amarjit Ameena
    Amina Aminah Amir Amira Amit Amjad Ammar Amrit Amrita Anand Ananya Aneela Angad Anil Anisa Anish Anita Anjali Anjum Ankit Ankur Anupam Anuradha Anwar Aqeel Arash Arif Arjun Arshad
    Aruna Arvind Asad Asha Ashfaq Ashish Ashok Ashraf Asif Aslam Asma Atif Ayaan Ayesha Aysha Azam Azhar Aziz Azra Baljit Balraj Balvinder Balwinder Bashir Bharat Bhavesh Bhavna Bilal Bina
    Bushra Chandra Chetan Chirag Daljit Darshan Deepa Deepak Deepika Dev Devika Dhruv Dilip Dilraj Dinesh Divya Ehsan Ejaz Esha Fahad Faisal Faiza Farah Farhan Farhana Farida Farooq Farrah Farzana
    Fatima Fatimah Faiz Faraz Fawad Fiaz Firoz Gagan Ganesh Gaurav Geeta Gita Gopal Gulzar Gurdeep Gurdip Gurjit Gurmeet Gurpreet Gursharan Habib Hafsa Haider Hajra Hamid Hamza Hanif Hanna
    Hari Harinder Haris Harish Harjit Harleen Harman Harmeet Haroon Harpreet Harsh Harsha Haseeb Hasan Hassan Hema Hemant Hina Hira Humaira Huma Husna Hussain Ibrahim Idrees Iftikhar Ilyas Imad Imran
    Imtiaz Inaya Inder Inderjit Indira Iqbal Iqra Irfan Irum Ishaan Ishaq Ismail Jagdeep Jagdish Jagjit Jahangir Jaideep Jamal Jameela Jamil Jamila Jas Jasbir Jaspal Jaspreet Jassi Jasvinder Jatinder
    Javaid Javed Jaya Jayesh Jayshree Jeet Jignesh Jitendra Junaid Jyoti Kabir Kailash Kaleem Kalpana Kalsoom Kamal Kamaljit Kamran Kanwal Karan Karim Karishma Kartik Kashif Kaushik Kavita Kavya
    Kayani Khadija Khalid Khalida Khurram Kiran Kirit Kishan Kishore Komal Krish Krishan Krishna Kuldip Kulvinder Kulwant Kumar Kunal Lakhbir Lakhvir Lakshmi Lata Laxmi Leela Liaqat Lubna
    Madhu Madhuri Maham Mahdi Maheen Mahesh Mahfuz Mahira Mahmood Mahmud Maimuna Majid Malik Mandeep Mani Manish Manisha Manjit Manjinder Manjula Mannat Manoj Manpreet Mansoor Mariam Maryam Masood
    Maya Mayur Meena Meera Mehboob Mehreen Mehwish Meenakshi Milan Minal Mira Misbah Mitesh Mohamed Mohammad Mohammed Mohan Mohit Mohsin Mudassar Muhammad Mukesh Mumtaz Muneeb Munir Murtaza Musa Mustafa
    Nabeel Nabila Nadeem Nadia Naeem Nafisa Naila Najma Nanda Narinder Naresh Nargis Nasim Nasir Nasreen Nasrin Naveed Naveen Navjot Navneet Nazia Nazir Nazmin Neel Neelam Neena Neeraj Neeta Neha Nida Nighat
    Nihal Nikhil Nikita Nilesh Nimra Nisha Nishant Nita Nitin Noor Noreen Nosheen Nusrat Omar Omer Osama Padma Pallavi Pankaj Param Paramjit Parminder Parul Parveen Pavan Pawan Payal Pinky Piyush
    Pooja Prabhjot Pradeep Prakash Pramod Pranav Prashant Pravin Preet Preeti Prem Pritam Priti Priya Priyanka Puja Punam Qaiser Qasim Quratulain Rabia Raees Rafiq Raheela Rahim Rahul Raj Raja Rajan Rajesh
    Rajinder Rajiv Rajni Rajvir Raju Rakesh Ram Raman Ramesh Rameez Rana Randeep Rani Ranjit Ranveer Rashid Rashida Ravi Ravinder Raza Razia Reena Rehan Rehana Rehman Rekha Renu Reshma Rida
    Riaz Rina Rishi Ritu Riya Rizwan Rizwana Rohan Rohit Roopa Rubina Ruhi Ruksana Rukhsana Rupa Rupinder Saad Saba Sabah Sabeena Sabina Sabir Sabrina Sachin Sadaf Sadia Saeed Safa Safia Safina
    Sagar Sahil Saif Saima Saira Sajid Sajida Sakina Salim Salma Salman Samina Samir Samira Samra Sana Sandeep Sangeeta Sania Sanjay Sanjeev Sapna Sara Sarfraz Sarita Sarwar Satish Satnam Satvinder Saurabh
    Savita Seema Shabana Shabnam Shabir Shafiq Shagufta Shah Shahbaz Shaheen Shahid Shahida Shahnaz Shahzad Shaista Shakeel Shakil Shalini Shamim Shamima Shan Shanaz Sharad Sharif Shazia Sheetal Shehnaz
    Shilpa Shireen Shivani Shoaib Shobha Shreya Shruti Shubham Siddharth Simran Sita Smita Sneha Sobia Sohail Sona Sonal Sonali Sonia Sufyan Suhail Sukhdeep Sukhdev Sukhi Sukhjit Sukhvinder Sukhwinder Sultan
    Sultana Suman Sumaira Sumaiya Sumit Sunil Sunita Suraj Surbhi Surendra Suresh Surinder Surjit Sushila Sushma Swati Syed Tahir Tahira Taimoor Talat Talha Tania Tanveer Tanvir Tara Taranjit Tariq Tarun
    Tasleem Tasneem Tauseef Tayyab Tayyaba Tejal Tejinder Uday Uma Umair Umar Umesh Unaiza Urmila Urooj Usha Usman Uzair Uzma Vandana Varsha Varun Vasant Veena Vijay Vikas Vikram Vimal Vinay Vinod
    Vipul Viraj Vishal Vivek Waheed Wahid Waleed Waqar Waqas Waseem Wasim Yakub Yasin Yasir Yasmin Yasmeen Yousaf Yousuf Yunus Yusra Yusuf Zafar Zahid Zahida Zahra Zain Zaina Zainab Zaheer Zakir Zara
    Zareena Zarina Zeenat Zeeshan Zohra Zoya Zubair Zubaida Zulfiqar`,
    `Abbasi Acharya Adhikari Afzal Aggarwal Agarwal Ahluwalia Ahmad Ahmed Akhtar Akram Ali Amin Anand Ansari Anwar Arora Arshad Ashraf Aslam Atwal Awan Aziz Babar Badhan Bains Bajwa Bal Banerjee
    Bansal Barua Bashir Bassi Basu Begum Bhakta Bhalla Bhandari Bhardwaj Bhatia Bhatt Bhatti Bhogal Bhullar Bibi Birdi Biswas Bose Boparai Butt Chadha Chahal Chakrabarti Chakraborty Chana Chandra Chatterjee
    Chaudhary Chaudhry Chauhan Cheema Chhabra Chohan Chopra Choudhury Chowdhury Dar Das Datta Deol Desai Deshmukh Dhaliwal Dhami Dhanda Dhillon Dhingra Dosanjh Dubey Durrani Dutt Dutta Farooq Gandhi Garcha
    Garg Ghosh Ghuman Gill Gokhale Gopal Gosal Goswami Grewal Gulati Gupta Gurung Habib Haider Hanif Haq Haque Hashmi Hassan Hayat Hayer Heer Hossain Huq Hussain Hundal Ijaz Iqbal Islam Iyer Jabbar Jagpal
    Jain Jaiswal Jamil Janjua Javed Jha Johal Joshi Judge Kadam Kalsi Kamath Kandola Kang Kapoor Kapur Karim Kaur Kazmi Khalid Khan Khanna Khanom Khatoon Khatri Khatun Khawaja Kher Khera Kohli Krishnan Kulkarni
    Kumar Lal Latif Limbu Lodhi Madan Magar Mahajan Mahal Mahmood Mahmud Majumdar Malhotra Malik Mander Mangat Mann Mehmood Mehra Mehta Memon Menon Mian Minhas Mir Mirza Mishra Mistry Mitra Modi Moghal Mohammed
    Mohan Mughal Muhammad Mukherjee Munir Naidu Nair Nandra Narayan Nawaz Nazir Nijjar Noor Padda Pal Panchal Pandey Pandya Panesar Parekh Parikh Parmar Patel Pathak Patil Pillai Popat Prakash Prasad Purewal
    Qadir Qazi Qureshi Rafiq Rahman Rai Raj Raja Rajan Rajput Ram Raman Ramesh Rana Randhawa Rao Rashid Rathore Rauf Ravi Rawat Raza Razzaq Reddy Rehman Riaz Rizvi Robi Roy Saeed Saggu Saha Sahota Saini Saleem
    Samra Sandhar Sandhu Sangha Sanghera Sarkar Sarwar Sattar Saxena Sehgal Sen Sengupta Sethi Shafi Shah Shahid Shaikh Sharif Sharma Sheikh Shergill Sherpa Shetty Shrestha Shukla Sidhu Siddiqui Sikdar Singh
    Sinha Sodhi Sohal Solanki Soni Sood Srivastava Subramanian Suleman Sultana Sundaram Syal Syed Tailor Talwar Tamang Tandon Tariq Thakkar Thakur Thapa Thandi Thiara Tiwari Trivedi Uddin Uppal Usman Vaid
    Varma Varsani Vaswani Verma Virdee Virk Vohra Vyas Wadhwa Waheed Walia Waqar Yadav Yaqoob Yasin Yousaf Yousuf Yusuf Zaman Zafar Zahid Zaheer`,
  ),
  african: list(
    `Aba Abena Abdi Abdirahman Abdulai Abike Abimbola Abiodun Abiola Abosede Adaeze Adanna Adaora Ade Adebayo Adebola Adedayo Adekunle Adeola Aderonke Adesola Adetokunbo Adjoa Afia Afua Agnes Aisha
    Akin Akinyi Akosua Akua Akwasi Alero Amaka Amara Amma Ama Anan Anele Aniekan Asante Asha Awa Ayodele Ayo Ayomide Ayanda Babajide Babatunde Baraka Beatrice Bisi Blessing Bola Bolanle Boniface Bukola
    Buchi Chanda Chiamaka Chibueze Chidi Chidinma Chijioke Chika Chikezie Chima Chimamanda Chinedu Chinonso Chinwe Chioma Chisomo Chizoba Chukwudi Chukwuemeka Comfort Cynthia Dada Damilola Dayo Deka Deqa
    Destiny Dapo Ebele Ebenezer Ebony Efe Efua Ejike Ekene Ekow Ekua Elikem Emeka Emmanuel Enitan Ephraim Esi Esther Eze Ezinne Fadumo Farai Faith Fatou Fatoumata Femi Fola Folake Foluke Fowsia
    Fumni Funke Funmi Funmilayo Gift Gloria Godfrey Godwin Grace Habiba Hawa Hodan Ibukun Idris Ifeanyi Ifeoma Ifrah Ifunanya Ike Ikenna Isatou Iyabo Jabari Jabu Jama Jelani Jengo Jide Jumoke
    Juma Kamau Karabo Kehinde Kemi Khadijah Khadra Kobby Kofi Kojo Kunle Kwabena Kwaku Kwame Kwasi Kwesi Kwadwo Lanre Lerato Lindiwe Lola Lekan Mandla Mariama Mawuli Mercy Miriam Modupe Mofe
    Mohamud Mpho Muna Musa Nana Nandi Ndidi Nkechi Nkem Nkosi Nneka Nnamdi Nokuthula Nomsa Nomvula Ngozi Njeri Nyasha Obi Obinna Ola Olabisi Oladele Olajide Olamide Olanrewaju Olayinka Olu Olubunmi
    Oluchi Olufemi Olumide Oluseun Oluwaseun Oluwatobi Omolara Omotola Onyeka Osas Osagie Otieno Patience Precious Prince Princess Priscilla Rashida Remi Ronke Rotimi Ruvimbo Sade Saidou Samuel Sanusi
    Segun Seun Shade Shola Sibusiso Simi Sipho Sola Stella Sunday Taiwo Tafadzwa Tanisha Tapiwa Tariro Tatenda Tayo Temi Temitope Thabo Thandeka Thandi Thandiwe Themba Tinashe Titi Titilayo Tobi Tolu Tope
    Tosin Tunde Tutu Uche Uchenna Udo Ugo Ugochi Uzoma Wale Wanjiku Warsame Wole Yaa Yaw Yemi Yetunde Yewande Yusuf Zainabu Zandile Zanele Zawadi Zola`,
    `Abdi Abdullahi Abebe Abiola Aboagye Abu Achebe Acheampong Addo Ade Adebayo Adegoke Adekoya Adeleke Adeniyi Adeola Adeoye Adesanya Adewale Adeyemi Adjei Adomako Afolabi Afolayan Agbaje Agyei Agyeman
    Aidoo Ajayi Akande Akinola Akinyemi Akpan Akuffo Alabi Aliyu Amankwah Amoah Ampofo Anane Aning Ankrah Antwi Anyanwu Appiah Arthur Asamoah Asante Asare Awolowo Ayodele Azikiwe Baah Babangida Badu Balogun
    Bangura Banda Barre Bello Berhane Boakye Boateng Bonsu Botchway Camara Ceesay Chikwanda Chilufya Chinyama Chirwa Chukwu Conteh Dada Dankwah Danso Darko Diallo Diop Dlamini Donkor Duah Dube Egbo Eke Ekwueme
    Eze Ezeh Ezekiel Fagbenle Falana Farah Fashola Fofanah Frimpong Gebre Gyamfi Gyasi Haile Hassan Ibe Ibekwe Ibrahim Idowu Igwe Ikande Iwu Jallow Jama Jammeh Johnson-Sirleaf Juma Kabia Kalu Kamara Kamau
    Kanu Kargbo Kariuki Kebede Keita Khumalo Koroma Kuffour Kumalo Kwarteng Lamptey Lawal Mabaso Mabuza Makoni Mandela Mansaray Marfo Mba Mbeki Mensah Mhlongo Moyo Mugabe Muhammed Mukasa Mumba Musa Mutasa
    Mutua Mwale Mwangi Nartey Ncube Ndlovu Ndiaye Nduka Ngcobo Njoku Nkosi Nkrumah Nnadi Nwachukwu Nwankwo Nwosu Nyambura Nyarko Obasi Obeng Obi Obiora Ochieng Odoi Oduya Ofori Ogbonna Ogunbanjo Ogundipe
    Ogunleye Ojo Okafor Okeke Okereke Okonjo Okonkwo Okoro Okorie Okoye Okpara Oladipo Olatunji Olawale Olorunfemi Olusegun Omondi Onyango Onyekachi Opoku Oppong Osei Osman Osagie Otieno Owusu Oyelaran Oyewole
    Quaye Quartey Sackey Sanneh Sarpong Sesay Sibanda Sillah Sithole Sow Tekle Tembo Tetteh Touray Traore Tshabalala Turay Twum Ubah Uche Udo Ugwu Umeh Usman Utomi Uzoma Warsame Wiredu Yeboah Yusuf
    Zulu Zuma Zwane`,
  ),
  caribbean: list(
    `Alvita Anthea Beres Beverly Carlton Cedella Chantal Clarice Clover Curtley Cyrille Dandre Delano Delroy Denzel Desiree Devon Dwayne Earl Elroy Errol Everton Garfield Glenroy Gloria Grantley Heather
    Hortense Icilda Jermaine Keisha Kemar Kerron Keron Kymani Lascelles Leroy Levi Linford Lloyd Marcia Marlon Marva Merlene Monique Neville Nevada Oneika Orville Patrice Paulette Portia Ricardo Rohan Romaine
    Roshane Sanchez Shanice Shaniqua Shante Shaquille Shereen Sheryl-Ann Tamika Tanesha Tenesha Tyrone Usain Vanlee Veronica Vivienne Winsome Winston Yanique`,
    `Bogle Bolt Brathwaite Buchanan Burrell Campbell Chambers Clarke Coley Comrie Cuffie Dacosta Daley Dacres Deslandes Dyce Edwards Facey Forde Francis Frater Gayle Goodison Grandison Grizzle Henriques Hylton
    Joseph Lashley Lindo Lumsden Lightbourne Maragh Marley McKoy Meikle Mighty Mullings Noel Palmer Peart Pinnock Plummer Powell Ramdin Ramgoolam Ricketts Samuels Scarlett Sealy Senior Shillingford Sobers
    Sterling Stewart-Lewin Tulloch Walcott Whyte`,
  ),
  eastAsian: list(
    `Bao Binh Chen Chi Chun Cuong Dang Dat Duc Fang Feng Gang Guang Hai Han Hang Hao Hiro Hiroshi Ho Hoa Hong Hua Hui Huong Hyun Jae Ji Jia Jian Jiang Jie Jin Jing Jun Kai Kang Kenji Kenta Khanh Kwok Lan
    Lei Li Liang Lin Ling Linh Liu Long Mai Mei Mei-Ling Min Ming Minh Ngoc Nguyet Ning Peng Phuong Ping Qiang Quan Quang Rong Rui Ryo Sachiko Sakura Seo-yeon Shan Shu Siu Soo Su Tao Thanh Thao Thuy Tien
    Tomoko Trang Tran Trung Tuan Wai Wei Wen Xia Xiao Xiaoling Xin Xue Yan Yang Yi Ying Yong Yoko Yu Yuan Yue Yuki Yun Zhen Zhi Zhou Aiko Akira Ayako Emiko Haruka Keiko Makoto Naoko Satoshi Takashi Yumi`,
    `Bui Cai Cao Chan Chang Chen Cheng Cheung Chin Chiu Cho Choi Chong Chou Chow Choy Chu Chua Chui Chun Chung Dang Deng Dinh Do Dong Duong Fan Fang Feng Foo Fu Fung Gao Goh Guo Han He Heng Ho Hoang Hong
    Hou Hsu Hu Huang Hui Hung Huynh Ishikawa Ito Jiang Jin Kam Kang Kato Khoo Kim Kobayashi Koh Kong Kwan Kwok Kwong Lai Lam Lau Law Le Lee Leong Leung Li Liang Liao Lim Lin Ling Liu Lo Loh Low Lu Lui Luo Luong Ma
    Mai Mak Matsumoto Mo Mok Mori Nakamura Ng Ngo Nguyen Ong Pan Pang Park Peng Pham Phan Poon Qian Qiu Quach Sato Seah Seto Shen Shi Shiu Sim Sin Song Su Suzuki Sun Sze Tai Takahashi Tam Tan Tanaka Tang Tao Teo
    Teng Thai Tian To Toh Tong Tran Trinh Truong Tse Tsang Tsui Tung Vo Vu Vuong Wan Wang Watanabe Wei Wong Woo Wu Xiao Xie Xu Yamada Yamamoto Yan Yang Yao Yap Yau Ye Yee Yeo Yeung Yin Yip Yiu Yoshida Young Yu Yuan Yuen
    Yung Zeng Zhang Zhao Zheng Zhong Zhou Zhu`,
  ),
  european: list(
    `Adamina Agnieszka Aleksander Aleksandra Alejandro Alena Alessandra Alina Ana Anastasia Anca Andrei Andrzej Ania Anja Antonio Antonella Arkadiusz Artur Asia Aurelia Barbara Bartek Bartosz Beata Bogdan Bogdana Bozena
    Carlos Carmen Catalin Catarina Chiara Claudiu Cosmin Cristian Cristina Dagmara Damian Daniela Danuta Daria Dariusz Diego Dimitri Dimitrios Dorota Dragana Edyta Eleni Elena Elzbieta Emilia Emil Enrique Ewa Ewelina Fabio
    Federico Fernando Filip Florin Francesco Gabriela Georgios Gheorghe Giovanni Giulia Giuseppe Gosia Grazyna Grzegorz Halina Hanna Helga Henryk Ileana Ilona Ines Inga Ioana Ion Ionut Irena Irina Ivana Iwona Jacek Jadwiga
    Jakub Jan Janusz Jaroslaw Javier Jerzy Joanna Joao Jolanta Jorge Jose José Jozef Juan Justyna Kamil Kamila Karina Karolina Kasia Katarzyna Kinga Klaudia Klaus Konstantin Krystyna Krzysztof Larisa Laszlo Lech Leszek Lidia
    Lorenzo Luca Lucia Luis Lukasz Luminita Magda Magdalena Maja Malgorzata Manuel Marco Marcin Marek Maria Mariana Mariola Mariusz Marko Marta Mateo Mateusz Maksim Matteo Michal Miguel Mihaela Mihai Milena Miroslav Miroslaw
    Monika Natalia Nikolai Nikos Nina Norbert Nuno Oksana Olena Olga Oleksandr Pablo Paolo Patrycja Paulina Pavel Pawel Pedro Petr Piotr Radek Radoslaw Rafael Rafal Raluca Ramona Renata Roberto Roksana Roman Ruta Ryszard Sabina
    Sebastian Sergei Sergio Silvia Simona Slawomir Sofia Sorin Stanislaw Stavros Stefan Stefano Svetlana Sylwia Szymon Tadeusz Tatiana Tatyana Teresa Tomas Tomasz Urszula Vaclav Valentina Vasile Vasilis Veronika Viktor Viktoria Vladimir
    Volodymyr Wanda Weronika Wieslaw Wiktoria Witold Wojciech Yannis Yuliya Zbigniew Zdzislaw Zofia Zsuzsanna Zuzanna Ahmet Ayse Aylin Burak Can Cem Deniz Elif Emine Emre Esra Fatma Gul Hakan Hatice Hüseyin Kemal Mehmet Merve Murat
    Osman Selin Serkan Sevgi Tuncay Yildiz Zeynep Zehra`,
    `Adamczyk Alves Andrade Andreou Antonescu Antoniou Aydin Balan Baran Barbosa Bianchi Blazek Borkowski Botezatu Brzezinski Cardoso Carvalho Celik Chmielewski Christodoulou Cieslak Constantin Constantinou Costa Cruz Czarnecki Da-Costa Da-Silva
    Demir Demetriou Diaz Dimitrov Dobrev Dominguez Dos-Santos Dragomir Dumitru Duda Esposito Fernandes Fernandez Ferrari Ferreira Fischer Gajewski Garcia Georgiou Georgiev Gheorghe Gomes Gomez Goncalves Gonzalez Gorski Gutierrez Hernandez
    Hoffmann Horvat Hristov Iliescu Ioannou Ionescu Ivanov Ivanova Jablonski Jankowski Jaworski Jimenez Kaczmarek Kaminska Kaminski Kaplan Karagiannis Kaya Kazlauskas Keller Kovac Kovacs Kowalczyk Kowalska Kowalski Kozlowski Krawczyk
    Kucinskas Lewandowska Lewandowski Lopes Lopez Lucescu Maciejewski Majewski Malinowski Marin Marino Marques Martinez Martins Mazur Mendes Meyer Michalak Mihai Moldovan Molina Monteiro Morales Moreira Moreno Müller Munteanu Navarro
    Nemeth Nicolaou Nikolov Novak Nowak Nowakowski Nunes Olszewski Ortega Ostrowski Ozdemir Ozturk Papadopoulos Papadopoulou Pavlov Pavlova Pawlak Pawlowski Pereira Perez Petrov Petrova Petrauskas Pietrzak Piotrowski Pires Pop Popa
    Popescu Popov Radu Ramirez Ramos Reis Ribeiro Ricci Rinaldi Rodrigues Rodriguez Romano Romero Rossi Rossini Ruiz Russo Rutkowski Sadowski Sahin Sanchez Santos Savvidou Schmidt Schneider Schulz Sikora Silva Sokolov Sokolowski Soares
    Sousa Stan Stanciu Stankovic Stefanov Stoica Suarez Szabo Szewczyk Szymanski Teixeira Todorov Tomaszewski Torres Toth Tsioutis Vargas Vasile Vasquez Vella Volkov Walczak Wieczorek Wisniewska Wisniewski Witkowski Wojcik Wozniak Wrobel
    Yilmaz Zajac Zawadzki Zielinska Zielinski`,
  ),
  middleEastern: list(
    `Abbas Abdelrahman Abeer Adham Afsaneh Ahlam Alaa Ali Alireza Amal Amani Amin Aras Arezoo Ashkan Aya Azadeh Bahar Basma Behnaz Dalia Dana Darya Dina Duaa Eman Esraa Fadi Farid Farzad Fatemeh Ghada Ghassan Golnaz Habibah Hadi Hala
    Hamed Hanan Hani Hayder Heba Hisham Hoda Hossein Huda Hussein Ibtisam Iman Jaber Jalal Jamileh Jawad Kareem Karwan Khaled Laila Lamia Leila Lina Lubna Maha Mahmoud Mahnaz Majed Manal Marwa Marwan Maysa Mehdi Mehran Mina Mona
    Mohsen Mounir Mustafa Nabil Nada Nader Naghmeh Nahid Nasser Nawal Nazanin Nidal Nima Nour Omid Parisa Qusay Raed Rana Randa Rania Rasha Rawan Reem Reza Rima Roya Saad Sadiq Safaa Sahar Saleh Salwa Sama Sameh Samer Sami Samia Sana
    Sara Sarwa Sarkawt Shadi Sherif Sherin Shiva Soran Suha Suhaila Taha Tamer Taraneh Wael Walid Yaser Yasmine Youssef Zahraa Zeina Ziad`,
    `Abbas Abboud Abdallah Abdi Abedi Ahmadi Al-Ahmad Al-Hassan Al-Khatib Al-Mansour Al-Rashid Al-Sayed Aziz Azizi Bakir Barzani Daoud El-Masri El-Sayed Ebrahimi Farah Farhadi Fares Gerges Habibi Haddad Hakim Hamadi Hamdan Hamid
    Hashemi Hosseini Hussein Issa Jaafar Jabari Jaber Kamal Karimi Kassem Kazemi Khalaf Khalil Khoury Mahmoud Majid Mansour Masri Mirzaei Mohammadi Moradi Mousa Mousavi Mustafa Najjar Nasser Nassar Nejad Nouri Qasim Rahimi Rahmani Rezaei
    Rostami Saad Sabbagh Sadeghi Safavi Saleh Salim Salman Samadi Sayegh Shaheen Shamoun Sharifi Sleiman Soltani Tabrizi Taher Talabani Tehrani Yassin Zadeh Zand`,
  ),
};
