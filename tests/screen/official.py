"""Made-up files in the official formats, with persons among the organisations."""

from __future__ import annotations

import json

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="{day}T00:00:09.554Z">
<INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>MUNGO</FIRST_NAME><SECOND_NAME>QUILL</SECOND_NAME></INDIVIDUAL></INDIVIDUALS>
<ENTITIES>{entities}</ENTITIES></CONSOLIDATED_LIST>
"""
UN_ENTITY = (
    "<ENTITY><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>Vale</UN_LIST_TYPE>"
    "<REFERENCE_NUMBER>QQe.{number}</REFERENCE_NUMBER><LISTED_ON>2014-06-30</LISTED_ON>"
    "<ENTITY_ALIAS><ALIAS_NAME>{other}</ALIAS_NAME></ENTITY_ALIAS><ENTITY_ALIAS><ALIAS_NAME/></ENTITY_ALIAS></ENTITY>"
)


def un(count: int = 160, day: str = "2026-02-27", first: tuple[str, ...] = ("Al-Qaida", "TALIBAN")) -> bytes:
    names = [*first, *(f"QUILLON WORKS {number}" for number in range(count - len(first)))]
    entities = "".join(
        UN_ENTITY.format(name=name, number=at, other=f"Vale House {at}") for at, name in enumerate(names)
    )
    return UN.format(day=day, entities=entities).encode()


CSL_HEADER = (
    "source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,"
    "license_requirement,alt_names,citizenships,dates_of_birth,nationalities,places_of_birth"
)
CSL_ROWS = (
    (
        'Entity List (EL) - Bureau of Industry and Security,,,,"Quillon Optics Co., Ltd.",,CN,84 FR 1,2019-10-09,,All,'
        '"QUILLON; 奎龙光学",,,,'
    ),
    "Denied Persons List (DPL) - Bureau of Industry and Security,,,,Abdulah Al Naser,,TX,67 FR 1,2002-03-04,2056-06-29,,,,,,",
    "Denied Persons List (DPL) - Bureau of Industry and Security,,,,Naser Wings Airlines,,,82 FR 1,2019-06-05,,,,,,,",
    'Specially Designated Nationals (SDN) - Treasury Department,5,Individual,SYRIA,"QUILL, Mungo",,,,,,,,,1959,,',
    "Specially Designated Nationals (SDN) - Treasury Department,6,Vessel,SYRIA,VALE STAR,,,,,,,,,,,",
    "Specially Designated Nationals (SDN) - Treasury Department,7,Entity,CUBA,VALE TRADING S.A.,,,,,,,VALE; VT,,,,",
    (
        "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department,8,Entity,CMIC,"
        "Quillon Semiconductor Ltd,,,,2021-06-03,,,,,,,"
    ),
)


def csl(rows: tuple[str, ...] = CSL_ROWS) -> bytes:
    return ("\n".join((CSL_HEADER, *rows)) + "\n").encode()


def csl_json() -> bytes:
    results = [
        {
            "source": "Entity List (EL) - Bureau of Industry and Security",
            "name": "Quillon Optics Co., Ltd.",
            "alt_names": ["QUILLON"],
            "federal_register_notice": "84 FR 1",
            "start_date": "2019-10-09",
            "type": None,
        },
        {
            "source": "Specially Designated Nationals (SDN) - Treasury Department",
            "name": "QUILL, Mungo",
            "type": "Individual",
            "federal_register_notice": "",
        },
    ]
    return json.dumps({"total": 2, "results": results}).encode()


def _blank(count: int) -> str:
    return ",".join(["-0- "] * count)


def sdn(count: int = 0) -> bytes:
    rows = [
        f'36,"VALE AIRLINES",-0- ,"CUBA",{_blank(8)}',
        f'37,"QUILL, Mungo","individual","CUBA",{_blank(8)}',
        f'38,"VALE STAR","vessel","CUBA",{_blank(8)}',
        *(f'{1000 + at},"QUILLON WORKS {at}",-0- ,"SDGT",{_blank(8)}' for at in range(count)),
        '36,12,"aka","VALE-AIR",-0- ',
        '37,13,"aka","QUILL, M.",-0- ',
        '36,25,-0- ,"Valetown","Vale",-0- ',
    ]
    return ("\r\n".join(rows) + "\r\n\x1a").encode()


def cons() -> bytes:
    rows = [
        f'9639,"QUILL, Mungo","individual","NS-PLC",{_blank(8)}',
        f'20000,"QUILLON SEMICONDUCTOR LTD",-0- ,"CMIC-EO13959",{_blank(8)}',
        f'20313,"VALE ENERGY AG",-0- ,"UKRAINE-EO13662] [RUSSIA-EO14024",{_blank(8)}',
    ]
    return ("\n".join(rows) + "\n").encode()


SDN_XML = """<?xml version="1.0"?><sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
<publshInformation><Publish_Date>11/03/2025</Publish_Date><Record_Count>2</Record_Count></publshInformation>
<sdnEntry><uid>36</uid><lastName>VALE AIRLINES</lastName><sdnType>Entity</sdnType>
<programList><program>CUBA</program></programList>
<akaList><aka><uid>12</uid><type>a.k.a.</type><category>strong</category><lastName>VALE-AIR</lastName></aka></akaList></sdnEntry>
<sdnEntry><uid>37</uid><firstName>Mungo</firstName><lastName>QUILL</lastName><sdnType>Individual</sdnType>
<programList><program>CUBA</program></programList></sdnEntry></sdnList>
"""
CON_LIST = """Last Updated,20/11/2025,,,,,,,,,,
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Group Type,Alias Type,Regime,Listed On,Group ID
VALE ENGINEERING BUREAU,,,,,,,Entity,Primary name,Vale,24/02/2022,16000
VALE BUREAU,,,,,,,Entity,AKA,Vale,24/02/2022,16000
QUILL,Mungo,,,,,Mr,Individual,Primary name,Vale,24/02/2022,16001
VALE STAR,,,,,,,Ship,Primary name,Vale,24/02/2022,16002
"""
UK_LIST = """Report Date: 20-Nov-2025
Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Regime Name,Designation Type,Date Designated
01/01/2024,VAL0001,16000,VALE ENGINEERING BUREAU,,,,,,Primary Name,Vale,Entity,24/02/2022
01/01/2024,VAL0001,16000,VALE BUREAU,,,,,,Alias,Vale,Entity,24/02/2022
01/01/2024,VAL0002,16001,QUILL,Mungo,,,,,Primary Name,Vale,Individual,24/02/2022
"""
EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-11-14T16:06:15.000+01:00">
<sanctionEntity euReferenceNumber="EU.1.1" logicalId="1"><regulation publicationDate="2022-02-25" entryIntoForceDate="2022-02-26"
numberTitle="2022/1 (Vale)"/><subjectType code="enterprise" classificationCode="E"/>
<nameAlias wholeName="Vale Engineering Bureau"/><nameAlias wholeName="Бюро Вейл"/></sanctionEntity>
<sanctionEntity euReferenceNumber="EU.2.2" logicalId="2"><subjectType code="person" classificationCode="P"/>
<nameAlias wholeName="Mungo Quill"/></sanctionEntity></export>
"""
EU_CSV = """fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_PublicationDate;NameAlias_WholeName
14/11/2025;1;E;2022-02-25;Vale Engineering Bureau
14/11/2025;1;E;2022-02-25;Vale Bureau
14/11/2025;2;P;2022-02-25;Mungo Quill
"""
BIS = """<html><body><table><tr><th>Country</th><th>Entity</th><th>License requirement</th><th>License review policy</th>
<th>Federal Register citation</th></tr>
<tr><td>CHINA, PEOPLE'S REPUBLIC OF</td><td>Quillon Optics Co., Ltd., a.k.a., the following two aliases:<br>—Quillon; and<br>
—QO Systems.<br>807 Vale Road, Valetown, China.</td><td>For all items subject to the EAR.</td><td>Presumption of denial.</td>
<td>84 FR 54004, 10/9/19.</td></tr>
<tr><td></td><td>Vale Technology, 1 Vale Street, Valetown.</td><td>All items.</td><td>Denial.</td><td>84 FR 54004, 10/9/2019.</td></tr>
<tr><td></td><td>Aldous Wrenfold-Pike, 2 Vale Street.</td><td>All items.</td><td>Denial.</td><td>84 FR 1, 10/9/2019.</td></tr>
</table></body></html>
"""
FCC = """<html><body><h1>Covered List</h1><table><tr><th>Covered Equipment or Services</th><th>Date of Inclusion on Covered List</th></tr>
<tr><td>Telecommunications equipment produced by <b>Quillon Technologies Company</b>, including telecommunications
or video surveillance services provided by such entity</td><td>March 12, 2021</td></tr>
<tr><td>Video surveillance equipment produced by Vale Digital Technology Company, to the extent it is used for the
purpose of public safety</td><td>March 12, 2021</td></tr>
<tr><td>Uncrewed aircraft systems produced in a foreign country</td><td>December 22, 2025</td></tr></table></body></html>
"""
DOD = """Entities Identified as Chinese Military Companies Operating in the United States
in accordance with Section 1260H of Public Law 116-283
January 7, 2025
Quillon Aerospace Co., Ltd. (QAC)
  • Quillon Engines Co., Ltd.
Vale Digital Technology Co., Ltd. (Vale Vision)
2
"""
FTM = "\n".join(
    json.dumps(one)
    for one in (
        {
            "id": "Q1",
            "schema": "Company",
            "caption": "Vale Works",
            "properties": {"name": ["VALE WORKS", "Vale Works"], "alias": ["VW"]},
        },
        {"id": "Q2", "schema": "Person", "caption": "Mungo Quill", "properties": {"name": ["Mungo Quill"]}},
        {"id": "Q3", "schema": "Vessel", "caption": "Vale Star", "properties": {"name": ["Vale Star"]}},
    )
)
OWN = "id,name,in_force_from\nq1,Quillon Holdings,2020-01-01\nq1,Kwillon,\nq2,Aldous Wrenfold-Pike,\n"
