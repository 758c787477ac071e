using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ExceptionHandling.Secrets;

/// <summary>
/// The words without which no secret stands in a body: names of secrets and the ends of keys that name one, records of the program that say theirs, and what writes
/// an object out. Two things are not found by words, and are rare: a constant key that stands elsewhere under a name that tells nothing, and a record of a
/// library.
/// </summary>
internal sealed class SecretWords
{
    private const string ClassificationName = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    private readonly KnownTypes _types;
    private readonly AnalyzerOptions _options;
    private readonly WordForm _form;
    private readonly BodyWords _words;

    /// <summary>Whether anything may be classified as secret, whatever it is called.</summary>
    private readonly FoundOnce<bool> _classifies;

    private readonly FoundOnce<ImmutableArray<string>> _records;

    private SecretWords(KnownTypes types, AnalyzerOptions options)
    {
        (_types, _options) = (types, options);
        _form = new WordForm(types, ConfiguredFor, MaySpeak);
        _records = new(FindRecords);
        _classifies = new(FindClassification);
        _words = BodyWords.FoundBy(types, WithRecords)
            .OrLike(_form).OrLike(types, ConfiguredFor, IsEndOfKey, WordUse.EndOfText).Or(WordUse.Called, "Serialize", "SerializeObject");
    }

    /// <summary>The words of a compilation under its options; one for all rules.</summary>
    public static SecretWords Of(KnownTypes types, AnalyzerOptions options) =>
        types.Fact(static _ => new ConditionalWeakTable<AnalyzerOptions, SecretWords>()).GetValue(options, key => new SecretWords(types, key));

    /// <summary>Whether a secret may stand in a declaration.</summary>
    public bool MayStandIn(SyntaxNode declaration, CancellationToken cancellation) =>
        _words.StandIn(declaration, cancellation) || _classifies.Get(cancellation) || HasRecord(declaration.SyntaxTree, cancellation);

    /// <summary>Who names such a record in a file may come to one by what the file inherits or infers.</summary>
    private bool HasRecord(SyntaxTree tree, CancellationToken cancellation)
    {
        var records = _records.Get(cancellation);
        return !records.IsEmpty && TreeNames.Of(tree, cancellation) is var names && records.Any(names.MayHave);
    }

    private ImmutableArray<string> ConfiguredFor(SyntaxTree tree) => _options.Get(ReviewOptions.SecretNames, tree);

    private static bool MaySpeak(string word, ImmutableArray<string> configured) =>
        new SecretNames(configured).Contains(word) ||
        word.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || word.Equals("ConnectionStrings", StringComparison.OrdinalIgnoreCase);

    /// <summary>The last word of a key that is written with separators: <c>"X-Api-Key"</c>.</summary>
    private static bool IsEndOfKey(string word, ImmutableArray<string> configured)
    {
        var plain = word.ToLowerInvariant();
        return plain is "key" or "token" or "string" or "number" ||
            configured.Any(name => NameWords.Of(name) is { IsEmpty: false } words && words[words.Length - 1].Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<SoughtWord> WithRecords(CancellationToken cancellation)
    {
        var names = NameIndex.Of(_types.Compilation);
        return _records.Get(cancellation).SelectMany(record => names.IdentifiersOf(record, cancellation)).SelectMany(TypeMentions.DeclaredWith);
    }

    /// <summary>The records with a secret among their own members, and those that inherit one.</summary>
    private ImmutableArray<string> FindRecords(CancellationToken cancellation)
    {
        var names = NameIndex.Of(_types.Compilation);
        var found = new HashSet<string>(names.TokensOf("record", cancellation, WordUse.Other)
            .Select(static token => token.Parent).OfType<RecordDeclarationSyntax>().Where(record => HasSecret(record, cancellation)).Select(static record => record.Identifier.ValueText));
        var pending = new Queue<string>(found);
        while (pending.Count > 0)
        {
            var heirs = names.IdentifiersOf(pending.Dequeue(), cancellation)
                .Where(static token => token.Parent?.FirstAncestorOrSelf<BaseTypeSyntax>() is not null)
                .Select(static token => token.Parent!.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()).OfType<RecordDeclarationSyntax>();
            foreach (var heir in heirs)
            {
                if (found.Add(heir.Identifier.ValueText))
                    pending.Enqueue(heir.Identifier.ValueText);
            }
        }

        return found.OrderBy(static name => name, StringComparer.Ordinal).ToImmutableArray();
    }

    private bool HasSecret(RecordDeclarationSyntax record, CancellationToken cancellation)
    {
        var tree = record.SyntaxTree;
        var words = _form.In(tree, cancellation).ToImmutableHashSet(StringComparer.Ordinal);
        return !words.IsEmpty &&
            (record.ParameterList?.Parameters.Any(parameter => words.Contains(parameter.Identifier.ValueText)) == true ||
             record.Members.OfType<PropertyDeclarationSyntax>().Any(property => words.Contains(property.Identifier.ValueText)));
    }

    /// <summary>
    /// Whether an attribute of the program or of a library that it uses can classify. The framework's own libraries know the base class and declare no such attribute.
    /// </summary>
    private bool FindClassification(CancellationToken cancellation)
    {
        if (_types[ClassificationName] is not { } classification)
            return false;
        var names = NameIndex.Of(_types.Compilation);
        return names.IdentifiersOf("DataClassificationAttribute", cancellation).Any() || names.IdentifiersOf("DataClassification", cancellation).Any() ||
            _types.Compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => MayClassify(assembly, classification.ContainingAssembly.Name));
    }

    private static bool MayClassify(IAssemblySymbol assembly, string declaring) =>
        !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal) &&
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(referenced => referenced.Name == declaring));
}
