console.log("copied")
