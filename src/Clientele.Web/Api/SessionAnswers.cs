using Clientele.Actions;
using Clientele.Cleaning;
using Clientele.Clusters;
using Clientele.Customers;
using Clientele.Handover;
using Clientele.People.Cleaning;
using Clientele.People.Segments.Grouping;
using Clientele.People.Typing;
using Clientele.Segments.Clusters;
using Clientele.Segments.Maps;
using Clientele.Segments.Scoring;
using Clientele.Web.Jobs;
using Clientele.Web.Jobs.Kinds;
using Microsoft.AspNetCore.Http;

namespace Clientele.Web.Api;

/// <summary>What a page asks first.</summary>
internal static class SessionAnswers
{
    public static Task Session(HttpContext context, Site site) =>
        Answers.Json(context, new SessionAnswer(site.Key, site.Options.Version, site.Options.MostUpload), WireJson.Default.SessionAnswer);

    public static Task Catalogs(HttpContext context, Site site)
    {
        var (segments, cleaning, actions, cluster) = (new SegmentOptions(), new CleaningOptions(), new ActionsPlan(), new ClusterPlan());
        return Answers.Json(context, new CatalogsAnswer(
            [
                Word("both", "The map and clusters, shown against each other.", segments.Method), Word("rfm", "The map of recency, frequency and money alone.", segments.Method),
                Word("kmeans", "Clusters of similar customers alone.", segments.Method),
            ],
            Of(SegmentMaps.Catalog, segments.Map), Of(Scorings.Catalog, segments.Scoring),
            [.. Features.Catalog.Where(f => f.Create(Settings.Defaults).Column.Kind is ColumnKind.Number or ColumnKind.Money).Select(f => One(f, segments.Features.Contains(f.Name)))],
            Of(Transforms.Catalog, segments.Transform), Of(Scales.Catalog, segments.Scale),
            [
                Word("exclude", "Cancelled lines are left out, listed and totalled.", "exclude"), Word("net", "Returns reduce the customer's money.", "exclude"),
                Word("match", "A return is paired with its sale, and both leave.", "exclude"),
            ],
            [.. CleaningRules.Catalog.Select(r => One(r, r.Create(Settings.Defaults).IsStandard))],
            [.. PeopleMethods.Names.Select(name => One(PeopleMethods.Find(name), name == "kmeans"))],
            Of(TableRules.Catalog, ""),
            [.. TypeWords.Names.Select(name => Word(name, "A type of a column.", ""))],
            [.. Planning.Roles.Select(role => Word(role, Meaning(role), ""))],
            Of(SalesRuns.Catalog, "segment"), Of(TableRuns.Catalog, "segment"),
            [.. PlayList.All.Select(play => new ChoiceAnswer(play.Name, play.Summary, Standard: true, Knobs(play.Knobs)))],
            [Word(ClusterPlan.AllMethods, "Every method, compared and one recommended.", ""), .. Of(Clusterers.Catalog, cluster.Method)],
            Of(Handovers.Catalog, ""),
            new PlanDefaults(
                new CleaningRequest { Returns = "exclude", Extra = [.. cleaning.Extra], Without = [.. cleaning.Without], MaxRejects = cleaning.MaxRejects },
                new SegmentsRequest
                {
                    Method = segments.Method, Map = segments.Map, Scoring = segments.Scoring, LeastK = segments.LeastK, MostK = segments.MostK,
                    Features = [.. segments.Features], Transform = segments.Transform, Scale = segments.Scale, Seed = segments.Seed, Thresholds = [],
                },
                new ActionsRequest { HorizonDays = actions.HorizonDays, Margin = actions.Margin, ContactCost = actions.ContactCost, Most = actions.Most, Only = [], Settings = [] },
                new ClusterRequest { Method = cluster.Method, Scale = cluster.Scale, Missing = cluster.Missing, Columns = [], Categorical = [], Seed = cluster.Seed })), WireJson.Default.CatalogsAnswer);
    }

    private static List<ChoiceAnswer> Of<T>(Catalog<T> catalog, string usual) => [.. catalog.Select(choice => One(choice, choice.Name == usual))];

    private static ChoiceAnswer One<T>(Choice<T> choice, bool standard) => new(
        choice.Name, choice.Summary, standard, Knobs(choice.Knobs));

    private static List<KnobAnswer> Knobs(IReadOnlyList<Knob> knobs) =>
        [.. knobs.Select(k => new KnobAnswer(k.Name, k.Summary, Finite(k.Default), Finite(k.Least), Finite(k.Most), k.Whole, k.Words))];

    private static ChoiceAnswer Word(string name, string summary, string usual) => new(name, summary, name == usual, []);

    private static double Finite(double value) => double.IsFinite(value) ? value : value > 0 ? double.MaxValue : value < 0 ? double.MinValue : 0;

    private static string Meaning(string role) => role switch
    {
        "customer" => "Who bought.",
        "invoice" => "Number of the order; its lines belong together.",
        "product" => "Product code.",
        "description" => "Product name.",
        "quantity" => "Pieces; negative for returns.",
        "price" => "Price of one piece.",
        "amount" => "Money of the whole line, where there is no price.",
        "date" => "When it was bought.",
        "time" => "Time of day, where it stands apart.",
        "country" => "Country of the customer.",
        "store" => "Shop or branch.",
        "category" => "Product category.",
        "status" => "Says which lines were cancelled.",
        _ => "Currency of the line.",
    };
}
