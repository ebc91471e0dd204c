using Clientele.Cleaning;
using Clientele.Reports;
using Clientele.Sales.Files;
using Clientele.Sales.Layouts;
using Clientele.Sales.Lines;

namespace Clientele.Sales;

/// <summary>The files of a run: found, understood, read, and understood better where the whole file said more than its sample.</summary>
internal sealed class SalesInputs
{
    /// <summary>Each reading can settle one more question about a file; there are three: date order, decimal mark, printed ids.</summary>
    private const int MostReadings = 4;

    private readonly Layout[] _layouts;
    private readonly long[] _lengths;
    private readonly SalesInputSize _size;

    private SalesInputs(Layout[] layouts, long[] lengths, SalesInputSize size) => (_layouts, _lengths, _size) = (layouts, lengths, size);

    public IReadOnlyList<Layout> Layouts => _layouts;

    /// <summary>Finds the files and understands them from a sample of each.</summary>
    public static SalesInputs Open(Plan plan, RunContext context)
    {
        var paths = InputPaths.Expand(plan.Inputs);
        var layouts = new Layout[paths.Count];
        var lengths = new long[paths.Count];
        double lines = 0;
        long bytes = 0;
        for (var i = 0; i < layouts.Length; i++)
        {
            var sample = TextProbe.Take(paths[i], plan.Reading, context.StandardInput);
            layouts[i] = LayoutReader.Understand(paths[i], sample, plan.Reading);
            lengths[i] = sample.Length;
            var head = sample.Parts[0];
            if (layouts[i].Text.Container == Container.Plain)
            {
                bytes += sample.Length;
                lines += (double)sample.Length * (head.AsSpan().Count((byte)'\n') + 1) / Math.Max(1, head.Length);
            }
        }

        return new SalesInputs(layouts, lengths, new SalesInputSize((long)lines, bytes));
    }

    /// <summary>Reads and cleans all lines.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="context">Threads, progress, cancellation.</param>
    /// <param name="keepsLines">Keeps every kept line in <see cref="PassResult.Notes"/>, which the caller disposes.</param>
    public PassResult Read(Plan plan, RunContext context, bool keepsLines = false)
    {
        var rounds = DuplicateBudget.Rounds(_size.ExpectedLines, context.MemoryLimit);
        for (var reading = 1; ; reading++)
        {
            var excluded = new ExcludedFile(context.Excluded, plan.Cleaning.ExcludedCap);
            PassResult result;
            try
            {
                using var pass = new SalesPass(_layouts, layout => TextStream.Open(layout.Path, layout.Text, context.StandardInput), plan.Cleaning, _size, rounds, excluded, context, keepsLines);
                result = pass.Run();
            }
            catch (DuplicateBudgetException)
            {
                rounds *= 2;
                reading--;
                continue;
            }

            if (Revise(result, plan) && reading < MostReadings)
            {
                result.Notes?.Dispose();
                continue;
            }

            var unreadable = result.Audit.LinesIn(0);
            if (unreadable > result.Audit.LinesRead * plan.Cleaning.MaxRejects)
            {
                throw LineProblems.TooManyRejects(unreadable, result.Audit.LinesRead, plan.Cleaning.MaxRejects, excluded.FirstFaults);
            }

            return result;
        }
    }

    public IReadOnlyList<InputFile> Files(PassResult result, RunContext context)
    {
        var files = new InputFile[_layouts.Length];
        for (var i = 0; i < files.Length; i++)
        {
            var sum = InputChecksum.IsText(_layouts[i], context.StandardInput)
                ? InputChecksum.Text(result.Sums[i])
                : InputChecksum.Of(_layouts[i].Path, context.StandardInput);
            files[i] = new InputFile(_layouts[i], _lengths[i], sum, result.Lines[i]);
        }

        return files;
    }

    /// <summary>True when a file must be read again under a better layout.</summary>
    private bool Revise(PassResult result, Plan plan)
    {
        var revised = false;
        for (var i = 0; i < _layouts.Length; i++)
        {
            if (LayoutCheck.After(_layouts[i], in result.Evidence[i], plan.Reading) is not { } better) continue;
            _layouts[i] = better;
            revised = true;
        }

        return revised;
    }
}
