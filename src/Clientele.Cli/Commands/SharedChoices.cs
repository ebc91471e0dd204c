using Clientele.Sales;

namespace Clientele.Cli.Commands;

/// <summary>What was typed of the options that sales and customer tables both have; null where nothing was.</summary>
internal sealed record SharedChoices(ReadOptions Reading, string? Method, (int Least, int Most)? K, IReadOnlyList<string>? Features, IReadOnlyList<string> With, ulong? Seed, DateTime? AsOf);
