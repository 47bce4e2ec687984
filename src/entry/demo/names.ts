/** Names that many people in Sweden bear. No pair of them means anybody. None ends in s, x or z, so a genitive is an s. */

export const girls =
  `Alma Astrid Elsa Maja Ebba Vera Selma Freja Signe Wilma Ella Alice Stella Leah Noor Amira Hanna Tuva
  Moa Nova Liv Meja Zeinab Tyra Iben Edith Saga Lova Juni Lykke Sigrid Ronja Thea Ester Nellie Samira Elina Hilma`
    .trim()
    .split(/\s+/)

export const boys =
  `Hugo William Liam Adam Oliver Noah Malte Elton Ali Omar Viktor Love Sixten Otto Walter Melvin Ludvig
  August Frank Vidar Ivar Isak Filip Samuel Theo Emil Leo Ebbe Arvid Sami Olle Loke Gustav Henry Colin`
    .trim()
    .split(/\s+/)

export const mothers =
  `Camilla Jenny Therese Sofia Malin Jessica Nadja Rebecka Linda Emma Sandra Hanan Ida Frida Matilda
  Josefin Susanne Elena Sarah Veronica Annika Carina Rahel Caroline Johanna Lovisa Evelina Madeleine Ulrika Natalie`
    .trim()
    .split(/\s+/)

export const fathers = `Peter Stefan Robert Henrik Patrik Martin Kristian Fredrik Jonny Samir Dawit Joakim
  Rickard Simon Anton Roger Conny Mehmet Ahmed Viktor Gustav Emanuel Kjell Ronny`
  .trim()
  .split(/\s+/)

export const surnames =
  `Åkerman Holmgren Nyström Löfgren Sundqvist Bergvall Hedlund Norling Ström Sjögren Wikström Forsberg
  Öqvist Lindahl Edlund Tesfaye Hägglund Boström Sandell Rosén Nilsson Abdi Mattsson Backlund Yilmaz Åberg Engman
  Sahlin Dahlgren Persson Hosseini Lindvall Ekman Skoog Vallin Moberg Haile Fransson Granlund Nordin Ibrahim Hallberg
  Kovac Westman Ahlgren Öhman Jaber Palmgren Melin Strandh Ågren Bodin Viklund Sandström Hellgren Rask Torell`
    .trim()
    .split(/\s+/)
