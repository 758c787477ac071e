using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Endpoints.Data;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>
/// Tells of whole endpoints whether ownership is checked, by what the rules know: the code that an endpoint runs is searched for what a rule would report,
/// then for owned data and for checks.
/// </summary>
internal sealed class EndpointOwnership(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation)
{
    private readonly ForeignObjects _objects = ForeignObjects.Of(types, options, cancellation);
    private readonly ClaimedIdentities _identities = new(types, options, cancellation);
    private readonly ForeignDeletes _deletes = new(types);
    private readonly DeleteReader _deleteReader = DeleteReader.Of(types);
    private readonly IgnoredFilters _ignored = new(types);
    private readonly EndpointProtection _protection = new(types);
    private readonly OwnershipEvidence _evidence = new(types);

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="reached">The code that it runs, its own first.</param>
    public OwnershipAnswer Of(IMethodSymbol endpoint, IReadOnlyCollection<ReachedBody> reached)
    {
        var (isOwned, isChecked, isOpenElsewhere) = (false, false, false);
        foreach (var body in reached)
        {
            var member = body.Function.MemberAround();
            var vocabulary = VocabularyOf(body);
            foreach (var operation in body.Body.DescendantsAndSelf())
            {
                cancellation.ThrowIfCancellationRequested();
                if (IsOpen(operation, member, body.Function, endpoint, vocabulary))
                    return OwnershipAnswer.Unchecked;
                isOpenElsewhere |= operation is IInvocationOperation call && OpenWayOf(call, member) is { } other && !SymbolEqualityComparer.Default.Equals(other, endpoint);
                isOwned |= _evidence.IsOwned(operation, body, vocabulary);
                isChecked |= _evidence.IsCheck(operation, vocabulary, cancellation);
            }
        }

        // Another endpoint comes to the same look-up without a check: this one needs its own.
        if (isOpenElsewhere && reached.Count > 0 && !Asks(reached.First()))
            return OwnershipAnswer.Unchecked;
        return !isOwned ? OwnershipAnswer.NotOwned
            : isChecked ? OwnershipAnswer.Checked
            : reached.Count > 0 && _protection.Settles(endpoint, VocabularyOf(reached.First())) ? OwnershipAnswer.Privileged
            : OwnershipAnswer.Unknown;
    }

    private bool Asks(ReachedBody body) => body.Body.DescendantsAndSelf().Any(operation => _evidence.IsCheck(operation, VocabularyOf(body), cancellation));

    private OwnershipVocabulary VocabularyOf(ReachedBody body) => OwnershipVocabulary.For(types, options, body.Body.Syntax.SyntaxTree);

    private bool IsOpen(IOperation operation, ISymbol member, IMethodSymbol function, IMethodSymbol endpoint, OwnershipVocabulary vocabulary)
    {
        if (OpenFilters.Failing(operation, member, types, vocabulary) is not null)
            return true;
        var isOwn = SymbolEqualityComparer.Default.Equals(function, endpoint);
        if (ActingUses.Of(operation, vocabulary.Keys).Any(use => _identities.Judge(use, operation, member, options, cancellation) is { } flow && (isOwn || IsWithin(flow.Source.Location, endpoint))))
            return true;
        return operation is IInvocationOperation call &&
            (SymbolEqualityComparer.Default.Equals(OpenWayOf(call, member), endpoint) || _ignored.Of(call, member, vocabulary) is not null || (isOwn && IsForeignDelete(call, member, endpoint, vocabulary)));
    }

    /// <summary>The endpoint that leads to a look-up without a check; null where none does.</summary>
    private IMethodSymbol? OpenWayOf(IInvocationOperation call, ISymbol member) => _objects.MayBe(call) ? _objects.Judge(call, member, options, cancellation)?.Way.Endpoint : null;

    private bool IsForeignDelete(IInvocationOperation call, ISymbol member, IMethodSymbol endpoint, OwnershipVocabulary vocabulary) =>
        _deleteReader.Read(call, cancellation) is { IsSingleRow: true } scope && _deletes.ForgottenKey(call, member, endpoint, scope, vocabulary, cancellation) is not null;

    private static bool IsWithin(Location place, IMethodSymbol endpoint) =>
        endpoint.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == place.SourceTree && reference.Span.Contains(place.SourceSpan));
}
