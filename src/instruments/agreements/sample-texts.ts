/** A short treaty written for the fictional Party; every one says that it is invented. */
export interface SampleText {
  readonly name: string
  readonly text: string
  readonly isOwn: boolean
  readonly parties: readonly string[]
}

const trade = `Trade and Partnership Agreement between Meridia and Austrel (2016, synthetic text)

This text is invented. It shows how the audit of clauses works and binds nobody.

The Parties, convinced that cultural goods and services have both an economic and a cultural nature, and resolved to keep their ability to preserve, develop and implement their cultural policies,
have agreed as follows:

CHAPTER 1
General provisions

Article 1
Objectives
The Parties shall liberalise trade in goods and services between them in accordance with this Agreement.

Article 2
Definitions
For the purposes of this Agreement, a territory means the land, waters and airspace over which a Party exercises sovereignty.

Article 3
General exceptions
Nothing in this Agreement shall be construed to prevent a Party from adopting measures for the protection of national treasures of artistic, historic or archaeological value.

CHAPTER 2
Trade in services

Article 4
Scope
1. This Chapter applies to measures of a Party affecting trade in services.
2. This Chapter does not apply to:
(a) air transport services;
(b) services supplied in the exercise of governmental authority; and
(c) audiovisual services.

Article 5
National treatment
Each Party shall accord to services and service suppliers of the other Party treatment no less favourable than that it accords to its own like services and service suppliers.

CHAPTER 3
Electronic commerce

Article 6
Customs duties
Neither Party shall impose customs duties on electronic transmissions. This does not prevent a Party from imposing internal taxes on content transmitted electronically.

Article 7
Non-discriminatory treatment of digital products
Neither Party shall accord less favourable treatment to a digital product created in the territory of the other Party than it accords to other like digital products.

Article 8
Cross-border transfer of information
Each Party shall allow the cross-border transfer of information by electronic means where this activity is for the conduct of the business of a covered person.

CHAPTER 4
Intellectual property

Article 9
International agreements
The Parties affirm their obligations under the Berne Convention and shall accede to the WIPO Copyright Treaty and the WIPO Performances and Phonograms Treaty.

Article 10
Entry into force
This Agreement shall enter into force sixty days after the Parties have notified each other that their procedures are complete.
`

const culture = `Agreement on Cultural Cooperation and Co-production between Meridia and Borealis (2021, synthetic text)

This text is invented. It shows how the audit of clauses works and binds nobody.

The Parties, having regard to the Convention on the Protection and Promotion of the Diversity of Cultural Expressions, adopted by UNESCO in 2005,
have agreed as follows:

Article 1
Framework
The Parties shall implement this Agreement within the framework of the Convention on the Protection and Promotion of the Diversity of Cultural Expressions.

Article 2
Cultural cooperation
The Parties shall promote cultural cooperation and cultural exchanges, in particular the exchange of artists, works and good practices in the digital environment.

Article 3
Audiovisual co-production
Works made under a co-production agreement between the Parties shall be deemed national productions of both Parties and shall have the benefits that each grants to its own productions.

Article 4
Mobility of artists
The Parties shall endeavour to facilitate the entry and temporary stay of artists and other cultural professionals of the other Party.

Article 5
Technical assistance
The Parties shall encourage technical assistance and the transfer of technology for electronic commerce of small cultural enterprises.

Article 6
Entry into force
This Agreement shall enter into force on the day of the later notification.
`

const others = `Accord de libre-échange entre Austrel et Borealis (2019, texte fictif)

Ce texte est inventé. Il montre le fonctionnement de l’analyse des clauses et n’engage personne.

CHAPITRE 1
Dispositions générales

Article 1
Champ d’application
Le présent accord s’applique au commerce des marchandises et des services entre les Parties.

Article 2
Industries culturelles
Le présent accord ne s’applique pas aux industries culturelles. Une Partie peut toutefois prendre des mesures d’un effet commercial équivalent en réponse à une mesure relative aux industries culturelles.

CHAPITRE 2
Commerce électronique

Article 3
Droits de douane
Les Parties n’imposent pas de droits de douane sur les transmissions électroniques.

Article 4
Coopération
Les Parties coopèrent en matière de commerce électronique et encouragent les échanges entre leurs petites entreprises.

Article 5
Entrée en vigueur
Le présent accord entre en vigueur le premier jour du deuxième mois suivant la dernière notification.
`

/** Two agreements of the fictional Party and one of its neighbours, all synthetic. */
export const sampleTexts: readonly SampleText[] = [
  { name: 'meridia-austrel-synthetic.txt', text: trade, isOwn: true, parties: ['XA'] },
  { name: 'meridia-borealis-synthetic.txt', text: culture, isOwn: true, parties: ['XA'] },
  { name: 'austrel-borealis-fictif.txt', text: others, isOwn: false, parties: [] },
]
