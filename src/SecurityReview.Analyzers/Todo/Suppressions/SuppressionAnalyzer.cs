using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.Todo.Suppressions;

/// <summary>
/// Whoever suppresses a security rule has looked at the code once; without the reason nobody can look again, and without an end the suppression
/// hides what others write later.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : ReviewAnalyzer
{
    private const string EveryRule = "every rule";

    private static readonly string[] s_attributes = ["SuppressMessage", "SuppressMessageAttribute", "UnconditionalSuppressMessage", "UnconditionalSuppressMessageAttribute"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnreasonedSuppression);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        context.RegisterSyntaxTreeAction(FindPragmas);
        context.RegisterSemanticModelAction(FindAttributes);
    }

    private static void FindPragmas(SyntaxTreeAnalysisContext context)
    {
        if (context.IsGeneratedCode || context.Tree.GetRoot(context.CancellationToken) is not CSharpSyntaxNode { ContainsDirectives: true } root)
            return;
        var pragmas = new List<PragmaWarningDirectiveTriviaSyntax>();
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma)
                pragmas.Add(pragma);
        }

        for (var i = 0; i < pragmas.Count; i++)
        {
            if (pragmas[i].DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword))
                Judge(context, pragmas[i], pragmas.Skip(i + 1));
        }
    }

    private static void Judge(SyntaxTreeAnalysisContext context, PragmaWarningDirectiveTriviaSyntax pragma, IEnumerable<PragmaWarningDirectiveTriviaSyntax> later)
    {
        var ids = IdsOf(pragma).Where(SecurityRuleIds.Contains).ToList();
        var isForAll = pragma.ErrorCodes.Count == 0 && !pragma.ContainsDiagnostics;
        if (ids.Count == 0 && !isForAll)
            return;
        var span = TextSpan.FromBounds(pragma.SpanStart, pragma.ErrorCodes.Count > 0 ? pragma.ErrorCodes.Last().Span.End : pragma.DisableOrRestoreKeyword.Span.End);
        var restores = later.Where(other => other.DisableOrRestoreKeyword.IsKind(SyntaxKind.RestoreKeyword)).ToList();
        var isAllRestored = restores.Any(restore => restore.ErrorCodes.Count == 0);
        var restored = restores.SelectMany(IdsOf).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var notRestored = isAllRestored ? [] : ids.Where(id => !restored.Contains(id)).ToList();
        var isOpen = isForAll ? !isAllRestored : notRestored.Count > 0;
        var hasReason = HasReason(context.Tree.GetText(context.CancellationToken), span, context.Options, context.Tree);
        if (hasReason && !isOpen)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty;
        if (isOpen)
            properties = properties.Add(SuppressionProperties.NotRestored, string.Join(", ", notRestored));
        Report(context.ReportDiagnostic, Location.Create(context.Tree, span), isForAll ? EveryRule : string.Join(", ", ids), hasReason, properties);
    }

    private static void FindAttributes(SemanticModelAnalysisContext context)
    {
        if (context.IsGeneratedCode)
            return;
        var names = TreeNames.Of(context.SemanticModel.SyntaxTree, context.CancellationToken);
        foreach (var token in s_attributes.SelectMany(name => names.TokensOf(name, context.CancellationToken)))
        {
            var name = token.Parent?.Parent is QualifiedNameSyntax qualified && qualified.Right == token.Parent ? qualified : token.Parent;
            if (name?.Parent is AttributeSyntax { ArgumentList: { } arguments } attribute && attribute.Name == name)
                Judge(context, attribute, arguments);
        }
    }

    private static void Judge(SemanticModelAnalysisContext context, AttributeSyntax attribute, AttributeArgumentListSyntax arguments)
    {
        var rule = arguments.Arguments.Where(argument => argument.NameEquals is null).ElementAtOrDefault(1);
        if (rule is null || Text(rule) is not { } check || !SecurityRuleIds.Contains(check.Split(':')[0].Trim()))
            return;
        var justification = arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification");
        var text = attribute.SyntaxTree.GetText(context.CancellationToken);
        var least = context.Options.Get(ReviewOptions.SuppressionMinWords, attribute.SyntaxTree);
        if ((justification is not null && (!Constant(justification).HasValue || SuppressionReason.IsReason(Text(justification) ?? "", least))) || HasReason(text, attribute.Span, context.Options, attribute.SyntaxTree))
            return;
        if (context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is { } type && type.ContainingNamespace.IsNamed("System", "Diagnostics", "CodeAnalysis"))
            Report(context.ReportDiagnostic, attribute.GetLocation(), check.Split(':')[0].Trim(), hasReason: false, ImmutableDictionary<string, string?>.Empty);

        Optional<object?> Constant(AttributeArgumentSyntax argument) => context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken);

        string? Text(AttributeArgumentSyntax argument) => Constant(argument).Value as string;
    }

    private static bool HasReason(SourceText text, TextSpan span, AnalyzerOptions options, SyntaxTree tree)
    {
        var least = options.Get(ReviewOptions.SuppressionMinWords, tree);
        return (CommentsAround.Behind(text, span.End) is { } behind && SuppressionReason.IsReason(behind, least)) ||
            (CommentsAround.Above(text, span.Start) is { } above && SuppressionReason.IsReason(above, least));
    }

    private static IEnumerable<string> IdsOf(PragmaWarningDirectiveTriviaSyntax pragma) => pragma.ErrorCodes.Select(code => code.ToString().Trim());

    private static void Report(Action<Diagnostic> report, Location location, string ids, bool hasReason, ImmutableDictionary<string, string?> properties)
    {
        var isOpen = properties.ContainsKey(SuppressionProperties.NotRestored);
        var (lacks, remedy) = (hasReason, isOpen) switch
        {
            (true, _) => ("is never restored", "restore it after the code that it is about"),
            (false, true) => ("has no reason and is never restored", "say why the code is safe, and restore it after that code"),
            _ => ("has no reason", "say why the code is safe"),
        };
        if (!hasReason)
            properties = properties.Add(SuppressionProperties.NoReason, "");
        report(Diagnostic.Create(Descriptors.UnreasonedSuppression, location, properties, ids, lacks, remedy));
    }
}
