using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>What a check must be about to be a check of one object: the object, its id, or what it is tied to.</summary>
/// <param name="Entity">Its type.</param>
/// <param name="Keys">The members that name its owner.</param>
/// <param name="Call">The call that looks it up, or hands its id on.</param>
/// <param name="Texts">The <see cref="ValueText"/>s that name it or what it is tied to in the function.</param>
internal sealed record CheckedObject(ITypeSymbol Entity, ImmutableArray<string> Keys, SyntaxNode Call, ImmutableHashSet<string> Texts)
{
    public static CheckedObject Of(Lookup lookup, HeldObject held, ImmutableArray<string> keys, OwnershipVocabulary vocabulary) =>
        new(lookup.Entity, keys, lookup.Call.Syntax, TextsOf(lookup.Ids.Concat(lookup.Conditions.Values.OfType<IOperation>()), vocabulary).Union(held.Names));

    /// <summary>A value that says who somebody is.</summary>
    public static CheckedObject Named(IOperation value, ITypeSymbol type, OwnershipVocabulary vocabulary) =>
        new(type, ImmutableArray<string>.Empty, value.Syntax, TextsOf([value], vocabulary));

    /// <summary>The same object in a function that hands its id on.</summary>
    public CheckedObject HandedOnAs(IOperation id, SyntaxNode call, OwnershipVocabulary vocabulary) => this with { Call = call, Texts = TextsOf([id], vocabulary) };

    /// <summary>Whether an expression names the object, its id or what it is tied to.</summary>
    public bool IsMentionedIn(IOperation expression) =>
        expression.DescendantsAndSelf().Any(part => part is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && IsNamedBy(part));

    private bool IsNamedBy(IOperation part)
    {
        var text = ValueText.Of(part);
        var written = ValueText.OfSyntax(part.Syntax);
        return Texts.Any(known => ValueText.IsPartOf(text, known) || ValueText.IsPartOf(written, known));
    }

    private static ImmutableHashSet<string> TextsOf(IEnumerable<IOperation> values, OwnershipVocabulary vocabulary)
    {
        var texts = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        foreach (var value in values.Where(value => CallerIdentity.Read(value, vocabulary) is null))
        {
            // The value under its own name, and under that of what it was made of.
            texts.Add(ValueText.Of(value));
            texts.Add(ValueText.OfSyntax(value.Unwrap().Syntax));
        }

        return texts.Where(static text => !ValueText.IsConstant(text)).ToImmutableHashSet(StringComparer.Ordinal);
    }
}
