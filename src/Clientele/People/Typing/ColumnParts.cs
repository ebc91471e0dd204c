using Clientele.Tables;

namespace Clientele.People.Typing;

/// <summary>Recognises what a column tells about a customer by its name and its description, in the languages that shops export in.</summary>
internal static class ColumnParts
{
    /// <summary>The part, given what the column holds.</summary>
    public static ColumnPart Of(NameWords words, ColumnKind kind)
    {
        if (kind is ColumnKind.Id or ColumnKind.Text or ColumnKind.Empty) return ColumnPart.None;
        if (kind == ColumnKind.Date) return IsBirth(words) ? ColumnPart.Age : IsEnrolment(words) ? ColumnPart.Enrolled : ColumnPart.None;
        if (kind == ColumnKind.Flag) return IsOutcome(words) ? ColumnPart.Outcome : IsHousehold(words) ? ColumnPart.Household : ColumnPart.None;
        if (IsPartner(words)) return kind is ColumnKind.Category ? ColumnPart.Partner : ColumnPart.None;
        if (kind is ColumnKind.Category or ColumnKind.Ordinal) return ColumnPart.None;
        if (IsBirthYear(words) || IsAge(words)) return ColumnPart.Age;
        if (words.Names("income", "salary", "wage", "earnings", "einkommen", "gehalt", "revenu", "salaire", "ingreso", "ingresos", "reddito", "inkomen", "renda", "dochod")) return ColumnPart.Income;
        if (IsHousehold(words)) return ColumnPart.Household;
        if (IsDeals(words)) return ColumnPart.Deals;
        if (IsChannel(words)) return ColumnPart.Channel;
        return IsSpend(words) ? ColumnPart.Spend : ColumnPart.None;
    }

    /// <summary>A year of birth.</summary>
    public static bool IsBirthYear(NameWords words) =>
        words.Joined is "yearbirth" or "birthyear" or "yearofbirth" or "yob" or "geburtsjahr" or "jahrgang" or "anneenaissance" or "anneedenaissance" or "anonacimiento" or "anodenacimiento" or "annonascita" or "annodinascita" or "geboortejaar" or "anonascimento" or "rokurodzenia" or "fodelsear"
        || words.Means("birth year", "year of birth", "born in the year");

    /// <summary>A day of birth.</summary>
    public static bool IsBirth(NameWords words) =>
        words.Names("birth", "birthday", "birthdate", "dob", "born", "geburtsdatum", "geburtstag", "naissance", "nacimiento", "nascita", "nascimento", "geboortedatum", "fodelsedatum", "urodzenia") || words.Means("date of birth", "birthday", "birth date");

    public static bool IsAge(NameWords words) => words.Names("age", "alter", "edad", "eta", "leeftijd", "idade", "wiek", "alder") && !words.Names("group", "band", "range");

    /// <summary>An answer or an event that campaigns and models are judged by.</summary>
    public static bool IsOutcome(NameWords words) =>
        words.Names("accepted", "response", "responded", "responder", "complain", "complained", "complaint", "complaints", "churn", "churned", "attrition", "attrited", "exited", "converted", "conversion", "unsubscribed", "cancelled", "canceled", "clicked", "bought",
            "zusage", "zugesagt", "angenommen", "reaktion", "reagiert", "antwort", "beschwerde", "gekundigt", "kundigung", "abgewandert", "reponse", "repondu", "accepte", "reclamation", "resilie", "respuesta", "aceptado", "queja", "risposta", "accettato", "reclamo", "resposta", "aceitou")
        || words.Begins("campaign", "cmp", "kampagne", "campagne", "campana", "campagna", "campanha")
        || words.Means("accepted the offer", "complained", "churned", "responded", "took the offer");

    private static bool IsPartner(NameWords words) => words.Begins("marital", "civilstatus", "familienstand", "marriage") || words.Joined is "civilstatus" or "situationfamiliale" or "estadocivil" or "statocivile" or "burgerlijkestaat" || words.Means("marital status");

    private static bool IsHousehold(NameWords words) =>
        words.Begins("kid", "teen", "child", "kinder", "enfant", "hijo", "figli", "filho", "dzieci", "dependent") || words.Joined is "familysize" or "householdsize" or "haushaltsgrosse" || words.Means("number of children", "number of teenagers", "children in");

    private static bool IsDeals(NameWords words) =>
        (words.Begins("deal", "discount", "promo", "coupon", "rabatt") && words.Says("purchases", "orders", "purchase", "num", "number", "count", "bestellungen", "kaufe", "achats", "compras", "acquisti", "bestellingen", "zamowienia")) || words.Means("made with a discount", "purchases with a discount");

    private static bool IsChannel(NameWords words) =>
        words.Begins("web", "online", "store", "catalog", "catalogue", "shop", "app", "phone", "mobile", "instore", "retail", "mail", "filial", "laden", "katalog", "telefon", "magasin", "boutique", "tienda", "negozio", "winkel")
        && words.Says("purchases", "orders", "bestellungen", "einkaufe", "kaufe", "achats", "commandes", "compras", "pedidos", "acquisti", "ordini", "bestellingen") && !words.Says("visits", "clicks");

    private static bool IsSpend(NameWords words) =>
        (words.Names("mnt", "spend", "spent", "spending", "amount", "expenditure", "expense", "ausgaben", "umsatz", "depense", "depenses", "gasto", "spesa", "montant") || words.Means("amount spent", "money spent", "amount of money"))
        && !words.Names("score", "total", "sum", "limit", "average", "avg", "mean", "max", "min", "rate", "share", "index");

    private static bool IsEnrolment(NameWords words) =>
        words.Names("customer", "enrolled", "enrolment", "enrollment", "enroll", "joined", "join", "since", "registered", "registration", "signup", "created", "start", "anmeldung", "inscription", "alta")
        || words.Means("enrollment", "enrolment", "enrolled", "registered", "joined", "became a customer", "signed up");
}
