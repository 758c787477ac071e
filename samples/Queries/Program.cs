using Microsoft.EntityFrameworkCore;
using Queries.WithAdoNet;
using Queries.WithDapper;
using Queries.Data;
using Queries.WithEntityFramework;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddProblemDetails();

// Every request gets a library of its own: what one of these queries lets in harms nobody else.
builder.Services.AddScoped(_ => LibraryDatabase.Open());
builder.Services.AddDbContext<LibraryContext>((services, options) => options.UseSqlite(LibraryDatabase.Of(services)));
builder.Services.AddScoped<BookCatalogue>();
builder.Services.AddScoped<BookSearch>();
builder.Services.AddScoped<MemberRegister>();
builder.Services.AddScoped<LoanDesk>();
builder.Services.AddScoped<LoanStore>();
builder.Services.AddScoped<MemberStore>();
builder.Services.AddScoped<SavedSearches>();
builder.Services.AddScoped<ReadingLists>();

var app = builder.Build();
app.UseExceptionHandler();
app.MapControllers();
app.MapAdoNet();
app.MapDapper();
app.MapEntityFramework();
app.Run();
