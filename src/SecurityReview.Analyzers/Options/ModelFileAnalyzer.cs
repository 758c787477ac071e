using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Taint.Modelling;

namespace SecurityReview.Analyzers.Options;

/// <summary>
/// A line of a model file that nobody understands has no effect, silently: a sink that is not watched, a sanitizer that does not count.
/// Reported at the characters that are wrong, while the file is typed.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelFileAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidModel);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        // A project that lists a file twice hears of its lines once.
        var files = context.Options.AdditionalFiles.Where(file => UserModels.IsModelFile(file.Path))
            .GroupBy(file => file.Path, StringComparer.Ordinal).Select(group => group.First()).ToImmutableHashSet();
        if (!files.IsEmpty)
            context.RegisterAdditionalFileAction(file => Check(file, files));
    }

    private static void Check(AdditionalFileAnalysisContext context, ImmutableHashSet<AdditionalText> files)
    {
        // A file that cannot be read has no text; the compiler says so.
        if (!files.Contains(context.AdditionalFile) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        foreach (var problem in ModelParser.Parse(text).Problems)
        {
            var location = Location.Create(context.AdditionalFile.Path, problem.Span, text.Lines.GetLinePositionSpan(problem.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidModel, location, problem.Message));
        }
    }
}
