using System.Text.Json.Serialization;
using Clientele.Web.Jobs;
using Clientele.Web.Runs;
using Clientele.Web.Sources;

namespace Clientele.Web.Api;

/// <summary>How what goes over the wire is written and read: camel case, no field unknown, none twice, no null where none belongs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 16)]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(CatalogsAnswer))]
[JsonSerializable(typeof(RunSummary))]
[JsonSerializable(typeof(List<RunSummary>))]
[JsonSerializable(typeof(List<RunFileAnswer>))]
[JsonSerializable(typeof(RenameRequest))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
[JsonSerializable(typeof(CustomerOrders))]
[JsonSerializable(typeof(Comparison))]
[JsonSerializable(typeof(SourceAnswer))]
[JsonSerializable(typeof(List<SourceAnswer>))]
[JsonSerializable(typeof(UploadNote))]
[JsonSerializable(typeof(InspectRequest))]
[JsonSerializable(typeof(Understanding))]
[JsonSerializable(typeof(PlanRequest))]
[JsonSerializable(typeof(JobProgress))]
[JsonSerializable(typeof(List<JobProgress>))]
internal sealed partial class WireJson : JsonSerializerContext;
